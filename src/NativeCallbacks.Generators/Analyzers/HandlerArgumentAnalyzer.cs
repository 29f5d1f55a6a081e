using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Finds handlers that are passed as if native code could call them directly, which does not compile; and functions that are passed
/// with the context of another owner, which compiles but never calls the handler.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerArgumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.HandlerForCallback, Rules.OtherContext);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // Only code that does not compile is analyzed for the first, and calls that read a Callback for the second.
        context.RegisterOperationAction(AnalyzeInvalid, OperationKind.Invalid);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeInvalid(OperationAnalysisContext context)
    {
        if (context.Operation.SemanticModel is { } model
            && HandlerArgument.Find(context.Operation.Syntax, model, context.CancellationToken) is { } found)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.HandlerForCallback, found.Argument.GetLocation(), found.Subject, found.Parameter.Name, found.SignatureName, found.Remedy));
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        if (ContextArgument.Find((InvocationExpressionSyntax)context.Node, context.SemanticModel, context.CancellationToken) is { } found)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.OtherContext, found.Context.GetLocation(), $"{found.Owner}", $"{found.Context.Expression}"));
        }
    }
}
