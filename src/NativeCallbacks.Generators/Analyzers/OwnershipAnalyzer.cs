using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Finds managed callbacks, tables and states that cannot be disposed: owners from which only a member is read, and locals that are
/// neither disposed nor passed on, to managed code or, with their destroy function, to native code.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnershipAnalyzer : DiagnosticAnalyzer
{
    private const string DestroyNotify = nameof(DestroyNotify);

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
        context.RegisterSyntaxNodeAction(AnalyzeState, SyntaxKind.ObjectCreationExpression);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        if (HandlerCall.Find((InvocationExpressionSyntax)context.Node, context.SemanticModel, context.CancellationToken) is { } creation)
        {
            Analyze(context, creation, HandlerCall.IsOfTable(creation) ? "managed table" : "managed callback", HandlerCall.IsOfTable(creation) ? "object" : "handler");
        }
    }

    private static void AnalyzeState(SyntaxNodeAnalysisContext context)
    {
        var type = ((ObjectCreationExpressionSyntax)context.Node).Type;
        if ((type is QualifiedNameSyntax qualified ? qualified.Right : type) is GenericNameSyntax { Identifier.ValueText: "CallbackState" }
            && context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is IObjectCreationOperation creation
            && creation.Type.Is(WellKnown.CallbackState))
        {
            Analyze(context, creation, "state", "object");
        }
    }

    /// <param name="context">Where to report.</param>
    /// <param name="creation">What makes the owner.</param>
    /// <param name="owner">What the owner is called.</param>
    /// <param name="held">What it holds.</param>
    private static void Analyze(SyntaxNodeAnalysisContext context, IOperation creation, string owner, string held)
    {
        switch (creation.Parent)
        {
            case IExpressionStatementOperation:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                context.ReportDiagnostic(Diagnostic.Create(Rules.OwnerLost, creation.Syntax.GetLocation(), "The result is discarded", owner));
                break;

            case IPropertyReferenceOperation property:
                context.ReportDiagnostic(Diagnostic.Create(Rules.OwnerLost, creation.Syntax.GetLocation(), $"Only '{property.Property.Name}' is read from the result", owner));
                break;

            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                when !IsUsing(declarator) && !Root(creation).Descendants().OfType<ILocalReferenceOperation>().Any(reference => KeepsOwner(reference, declarator.Symbol)):
                context.ReportDiagnostic(Diagnostic.Create(Rules.NeverDisposed, declarator.Symbol.Locations[0], owner, declarator.Symbol.Name, held));
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

    /// <summary>
    /// Whether a use of the local disposes the owner or passes it on: any use except reading its other members. Whoever reads
    /// the destroy function lets native code dispose the owner.
    /// </summary>
    private static bool KeepsOwner(ILocalReferenceOperation reference, ILocalSymbol local) =>
        SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && reference.Parent switch
        {
            IPropertyReferenceOperation property => property.Instance != reference || property.Property.Name == DestroyNotify,
            IInvocationOperation invocation when invocation.Instance == reference => invocation.TargetMethod.Name == nameof(System.IDisposable.Dispose),
            _ => true,
        };
}
