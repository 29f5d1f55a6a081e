using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Analyzers;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>What the generator made of a consumer's sources.</summary>
/// <param name="Compilation">The sources and the generated files.</param>
/// <param name="Generated">The generated files, in order.</param>
/// <param name="GeneratorDiagnostics">What the generator itself reported, a crash included: it should be nothing.</param>
internal sealed record Generation(
    CSharpCompilation Compilation,
    ImmutableArray<SyntaxTree> Generated,
    ImmutableArray<Diagnostic> GeneratorDiagnostics)
{
    /// <summary>All analyzers of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [new SignatureAnalyzer(), new UsageAnalyzer(), new OwnershipAnalyzer(), new MigrationAnalyzer(), new HandlerAnalyzer(), new HandlerArgumentAnalyzer(), new ExportAnalyzer(), new LiteralAnalyzer()];

    /// <summary>The generated files as one text.</summary>
    public string Text => string.Join("\n", Generated.Select(static tree => tree.ToString()));

    public static Generation Run(Consumer consumer, params string[] sources)
    {
        var before = consumer.Compile(sources);
        CSharpGeneratorDriver.Create(new NativeSignatureGenerator())
            .WithUpdatedParseOptions(consumer.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(before, out var after, out var diagnostics);
        return new Generation((CSharpCompilation)after, [.. after.SyntaxTrees.Skip(before.SyntaxTrees.Length)], diagnostics);
    }

    /// <summary>
    /// The generated files without what silences the compiler in them, so that it says all that it has to say.
    /// </summary>
    public Generation Unsilenced()
    {
        var compilation = Compilation;
        var generated = Generated;
        foreach (var tree in Generated)
        {
            var text = tree.ToString();
            text.Should().Contain("#pragma warning disable\n");
            var loud = CSharpSyntaxTree.ParseText(
                text.Replace("#pragma warning disable\n", "\n").Replace("#nullable enable annotations\n", "#nullable enable\n"),
                (CSharpParseOptions)tree.Options,
                tree.FilePath);
            compilation = compilation.ReplaceSyntaxTree(tree, loud);
            generated = generated.Replace(tree, loud);
        }

        return this with { Compilation = compilation, Generated = generated };
    }

    /// <summary>What the compiler reports as errors in the generated files.</summary>
    public Diagnostic[] GeneratedErrors() =>
        [.. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && Generated.Contains(tree))];

    /// <summary>Warnings and errors of the compiler and the generator, and all that the analyzers say.</summary>
    /// <param name="properties">What the analyzers know of the project, by names such as <c>PublishAot</c>: nothing, where the package is not used.</param>
    public async Task<ImmutableArray<Diagnostic>> Diagnose(Dictionary<string, string>? properties = null)
    {
        var all = await Compilation
            .WithAnalyzers(Analyzers, new AnalyzerOptions([], new ProjectProperties(properties ?? [])))
            .GetAllDiagnosticsAsync()
            .ConfigureAwait(false);
        return [.. all.Concat(GeneratorDiagnostics).Where(IsProblem)];
    }

    /// <summary>The file name of a source, by its place among the sources.</summary>
    public static string SourceName(int index) => $"Source{index}.cs";

    public static bool IsProblem(Diagnostic diagnostic) =>
        (diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Descriptor.Category == "NativeCallbacks") && !diagnostic.IsSuppressed;
}
