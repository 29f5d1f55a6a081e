using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>Reports what <c>Discovery</c> finds in the declarations of signatures.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignatureAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.UnsupportedType,
        Rules.StructField,
        Rules.BooleanWidth,
        Rules.MarshalAs,
        Rules.SpanWithoutShape,
        Rules.ShapeDimension,
        Rules.ShapeMisuse,
        Rules.StatusCode,
        Rules.CallingConvention,
        Rules.CallbackWithoutTransition,
        Rules.NotOnThisTarget,
        Rules.OpenGeneric,
        Rules.Inaccessible,
        Rules.DeclaredTwice,
        Rules.MisplacedSignature,
        Rules.UnsafeBlocks,
        Rules.LanguageVersion,
        Rules.ReservedName,
        Rules.UserData,
        Rules.FaultResult,
        Rules.StaticCallback,
        Rules.CallScoped,
        Rules.HandleCreation,
        Rules.NativeApi,
        Rules.ApiFunction,
        Rules.NativeTable,
        Rules.TableSlot);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeDelegate, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeApiOrTable, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMember, SymbolKind.Method, SymbolKind.Property);
        context.RegisterSymbolAction(AnalyzeStaticCallback, SymbolKind.Property, SymbolKind.Method);
        context.RegisterCompilationAction(AnalyzeAssembly);
    }

    private static void AnalyzeDelegate(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature)
        {
            return;
        }

        foreach (var attribute in signature.GetAttributes())
        {
            if (attribute.AttributeClass.Is(WellKnown.NativeSignatureAttribute))
            {
                Report(SignatureReader.ReadOwn(signature, attribute, context.Compilation).Findings, context.ReportDiagnostic);
            }
        }
    }

    private static void AnalyzeApiOrTable(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().Find(WellKnown.NativeApiAttribute) is { } attribute)
        {
            Report(ApiReader.Read(type, attribute, context.Compilation).Findings, context.ReportDiagnostic);
        }

        if (type.GetAttributes().Find(WellKnown.NativeTableAttribute) is { } table)
        {
            Report(TableReader.Read(type, table, context.Compilation).Findings, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeMember(SymbolAnalysisContext context)
    {
        if ((ApiReader.ReadOutside(context.Symbol) ?? TableReader.ReadOutside(context.Symbol)) is { } finding)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    private static void AnalyzeStaticCallback(SymbolAnalysisContext context)
    {
        if (StaticCallbackReader.Attribute(context.Symbol) is { } attribute
            && StaticCallbackReader.Read(context.Symbol, attribute, context.Compilation).Finding is { } finding)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    private static void AnalyzeAssembly(CompilationAnalysisContext context)
    {
        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(WellKnown.NativeSignatureAttribute))
            {
                Report(SignatureReader.ReadForeign(attribute, context.Compilation).Findings, context.ReportDiagnostic);
            }
        }
    }

    private static void Report(ImmutableArray<Finding> findings, System.Action<Diagnostic> report)
    {
        foreach (var finding in findings)
        {
            report(finding.ToDiagnostic());
        }
    }
}
