using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Finds native addresses for which the runtime's marshaller creates delegates although a <c>NativeCallback&lt;T&gt;</c> does the same.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MigrationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.Marshalled);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Looked up once, so that any other call costs a comparison of references.
            var methods = start.Compilation.GetTypeByMetadataName(WellKnown.Marshal)?.GetMembers(MarshalledDelegate.Method);
            if (methods is { IsEmpty: false } known && start.Compilation.GetTypeByMetadataName(WellKnown.NativeCallback) is not null)
            {
                start.RegisterOperationAction(operation => AnalyzeCall(operation, known), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ImmutableArray<ISymbol> methods)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!methods.Contains(call.TargetMethod.OriginalDefinition, SymbolEqualityComparer.Default)
            || MarshalledDelegate.Read(call) is not { } marshalled
            || MarshalledDelegate.GoesToNativeCode(marshalled.Whole)
            || SignatureReader.ReadMarshalled(marshalled.Signature, context.Compilation) is not { } reading
            || !reading.Findings.All(static finding => finding.Rule.Equals(Rules.UnsafeBlocks)))
        {
            return;
        }

        var name = TypeNames.Message(marshalled.Signature);
        var fact = MarshallerRules.Rejects(marshalled.Signature)
            ? "throws because the runtime does not marshal generic delegates"
            : "creates a delegate, and the runtime marshals each of its calls";
        var first = reading.Findings.IsEmpty ? "" : "add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project, and ";
        context.ReportDiagnostic(Diagnostic.Create(Rules.Marshalled, marshalled.Whole.Syntax.GetLocation(), name, fact, first));
    }
}
