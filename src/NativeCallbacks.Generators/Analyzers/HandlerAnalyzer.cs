using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Finds handlers, where they are created, whose exceptions would be mishandled: those that would look like success to native code,
/// and those that no code could catch.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.UnwrittenOutput, Rules.AsyncHandler);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // By name first, so that any other call costs a comparison of strings.
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
        context.RegisterSymbolAction(AnalyzeStaticCallback, SymbolKind.Property, SymbolKind.Method);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (HandlerCall.Name(call) is not { } name
            || HandlerCall.Find(call, context.SemanticModel, context.CancellationToken) is not { Arguments: { IsEmpty: false } arguments, Type: INamedTypeSymbol owner }
            || owner.TypeArguments[0] is not INamedTypeSymbol signature)
        {
            return;
        }

        if (owner.Is(WellKnown.ManagedTable))
        {
            ReportOutputs(context, signature, name);
            return;
        }

        ReportOutput(context.ReportDiagnostic, signature, name.GetLocation());
        if (HandlerRules.IsAsyncVoid(arguments[0].Value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.AsyncHandler, name.GetLocation(), $"The handler of '{TypeNames.Message(signature)}'"));
        }
    }

    /// <summary>The first function of a table whose fault would look like success.</summary>
    private static void ReportOutputs(SyntaxNodeAnalysisContext context, INamedTypeSymbol table, SimpleNameSyntax name)
    {
        foreach (var method in TableReader.Functions(table))
        {
            if (HandlerRules.UnwrittenOutput(method) is { } output)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.UnwrittenOutput, name.GetLocation(), $"{TypeNames.Message(table)}.{method.Name}", output.Name, "method"));
                return;
            }
        }
    }

    private static void AnalyzeStaticCallback(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        var type = (member as IPropertySymbol)?.Type ?? (member as IMethodSymbol)?.ReturnType;
        if (StaticCallbackReader.Attribute(member) is not { } attribute
            || !type.Is(WellKnown.NativeCallback)
            || ((INamedTypeSymbol)type!).TypeArguments[0] is not INamedTypeSymbol signature)
        {
            return;
        }

        ReportOutput(context.ReportDiagnostic, signature, member.Locations[0]);
        var method = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        if (member.ContainingType.GetMembers(method).OfType<IMethodSymbol>().Any(HandlerRules.IsAsyncVoid))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.AsyncHandler, member.Locations[0], $"The method '{method}' of '{member.Name}'"));
        }
    }

    private static void ReportOutput(System.Action<Diagnostic> report, INamedTypeSymbol signature, Location location)
    {
        if (HandlerRules.UnwrittenOutput(signature) is { } output)
        {
            report(Diagnostic.Create(Rules.UnwrittenOutput, location, TypeNames.Message(signature), output.Name, "delegate"));
        }
    }
}
