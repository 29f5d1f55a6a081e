using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Descriptors;

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

        // By name first, so that any other call costs a comparison of strings.
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        if (HandlerCall.Find((InvocationExpressionSyntax)context.Node, context.SemanticModel, context.CancellationToken) is not { } creation)
        {
            return;
        }

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
                when !IsUsing(declarator) && !Root(creation).Descendants().OfType<ILocalReferenceOperation>().Any(reference => KeepsOwner(reference, declarator.Symbol)):
                context.ReportDiagnostic(Diagnostic.Create(Rules.NeverDisposed, declarator.Symbol.Locations[0], declarator.Symbol.Name));
                break;
        }
    }

    /// <summary>The body around an operation.</summary>
    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

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
