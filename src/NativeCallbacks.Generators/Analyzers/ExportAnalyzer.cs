using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>Finds entry points in projects that export none, because NativeAOT does not compile them into a native library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExportAnalyzer : DiagnosticAnalyzer
{
    private const string PublishAot = "build_property.PublishAot";
    private const string NativeLib = "build_property.NativeLib";
    private const string ExportsAnyway = "build_property.IlcExportUnmanagedEntrypoints";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.NotExported);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!Exports(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.Property, SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (StaticCallbackReader.Attribute(context.Symbol)?.Named<string?>(OptionNames.EntryPoint, otherwise: null) is { Length: > 0 } entryPoint)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NotExported, context.Symbol.Locations[0], context.Symbol.Name, entryPoint));
        }
    }

    /// <summary>Whether the project produces a native library, or does not declare it because it does not use the package.</summary>
    private static bool Exports(AnalyzerConfigOptions project) =>
        !project.TryGetValue(PublishAot, out var publishes)
        || (IsTrue(publishes) && ((project.TryGetValue(NativeLib, out var library) && library.Length > 0) || (project.TryGetValue(ExportsAnyway, out var exports) && IsTrue(exports))));

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
