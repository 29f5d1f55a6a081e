using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>Reports a <c>Utf8Pointer.FromLiteral</c> of memory that is not a literal, so it may move or be freed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    private const string Method = "FromLiteral";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.NotALiteral);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == Method
            && call.TargetMethod.ContainingType.Is(WellKnown.Utf8Pointer)
            && call.Arguments.Length == 1
            && !IsLiteral(call.Arguments[0].Value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NotALiteral, call.Arguments[0].Syntax.GetLocation()));
        }
    }

    private static bool IsLiteral(IOperation value) => value switch
    {
        IUtf8StringOperation => true,
        IParenthesizedOperation inner => IsLiteral(inner.Operand),
        IBinaryOperation sum => IsLiteral(sum.LeftOperand) && IsLiteral(sum.RightOperand),
        IConversionOperation conversion => IsLiteral(conversion.Operand),
        _ => false,
    };
}
