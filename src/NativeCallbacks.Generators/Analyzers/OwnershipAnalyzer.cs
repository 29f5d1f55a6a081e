using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Finds managed callbacks that cannot be disposed: owners of which only a member is read, and locals that are neither
/// disposed nor passed on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnershipAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.OwnerLost, Rules.NeverDisposed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(AnalyzeBlock);
    }

    private static void AnalyzeBlock(OperationBlockAnalysisContext context)
    {
        var operations = context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf()).ToList();
        foreach (var creation in operations.OfType<IInvocationOperation>().Where(IsCreation))
        {
            switch (creation.Parent)
            {
                case IExpressionStatementOperation:
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    context.ReportDiagnostic(Diagnostic.Create(Rules.OwnerLost, creation.Syntax.GetLocation(), "The result is discarded"));
                    break;

                case IPropertyReferenceOperation property:
                    context.ReportDiagnostic(Diagnostic.Create(Rules.OwnerLost, creation.Syntax.GetLocation(), $"Only '{property.Property.Name}' is read from the result"));
                    break;

                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                    when !IsUsing(declarator) && !operations.OfType<ILocalReferenceOperation>().Any(reference => KeepsOwner(reference, declarator.Symbol)):
                    context.ReportDiagnostic(Diagnostic.Create(Rules.NeverDisposed, declarator.Symbol.Locations[0], declarator.Symbol.Name));
                    break;
            }
        }
    }

    private static bool IsCreation(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name == MemberNames.ToManagedCallback && invocation.Type.Is(WellKnown.ManagedCallback);

    private static bool IsUsing(IVariableDeclaratorOperation declarator)
    {
        for (IOperation? parent = declarator.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IUsingDeclarationOperation or IUsingOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a use of the local disposes the owner or passes it on: any use except reading its other members.</summary>
    private static bool KeepsOwner(ILocalReferenceOperation reference, ILocalSymbol local) =>
        SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && reference.Parent switch
        {
            IPropertyReferenceOperation property => property.Instance != reference,
            IInvocationOperation invocation when invocation.Instance == reference => invocation.TargetMethod.Name == nameof(System.IDisposable.Dispose),
            _ => true,
        };
}
