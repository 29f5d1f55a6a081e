using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Fuzz;

/// <summary>
/// Whatever is declared, the generator and the analyzers do not fail, generated code compiles, and what compiles without us
/// compiles with us or has a diagnostic of ours that says why not.
/// </summary>
public class DeclarationFuzzTests
{
    /// <summary>Set to a number, so many projects are drawn instead; the seeds go on behind those of the plain run.</summary>
    private const string CountVariable = "NATIVECALLBACKS_FUZZ_DECLARATIONS";
    private const string FirstVariable = "NATIVECALLBACKS_FUZZ_FIRST";
    private const int DefaultCount = 150;

    // Partial members without a body: the generator writes it.
    private static readonly string[] MendedByUs = ["CS8795", "CS9248"];

    [Fact]
    public async Task DrawnDeclarations_CompileOrAreExplained_AndNothingFails()
    {
        var failures = new System.Collections.Generic.List<string>();
        var (compiling, rejected) = (0, 0);
        var first = Number(FirstVariable, 0);
        var count = Number(CountVariable, DefaultCount);
        for (var seed = first; seed < first + count && failures.Count < 10; seed++)
        {
            var result = await Check(seed);
            failures.AddRange(result.Failure is { } failure ? [failure] : []);
            compiling += result.Compiles ? 1 : 0;
            rejected += result.IsRejected ? 1 : 0;
        }

        failures.Should().BeEmpty("each project that was drawn builds or says why not:\n{0}\n", string.Join("\n\n", failures));

        // A drawer of nothing but errors would prove nothing.
        compiling.Should().BeGreaterThan(count / 4);
        rejected.Should().BeInRange(compiling / 10, compiling * 9 / 10);
    }

    private static async Task<(string? Failure, bool Compiles, bool IsRejected)> Check(int seed)
    {
        var draw = new Draw(seed);
        var consumer = DrawConsumer(draw);
        var files = new DeclarationDrawer(draw, consumer.Language).Files();
        if (files.Any(file => CSharpSyntaxTree.ParseText(file, consumer.ParseOptions).GetDiagnostics().Any()))
        {
            // Roslyn itself can recurse without end when an attribute of the assembly names a type in a file that cannot be parsed.
            files[0] = "";
        }

        var compiles = !consumer.Compile(files).GetDiagnostics()
            .Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !MendedByUs.Contains(diagnostic.Id, StringComparer.Ordinal));

        var generation = Generation.Run(consumer, files);
        var all = (await generation.Compilation.WithAnalyzers(Generation.Analyzers).GetAllDiagnosticsAsync())
            .Concat(generation.GeneratorDiagnostics)
            .ToList();
        var errors = all.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var isRejected = errors.Any(static diagnostic => diagnostic.Descriptor.Category == "NativeCallbacks");
        var wrong = all.Where(static diagnostic => diagnostic.Id is "CS8785" or "AD0001")
            .Concat(compiles ? errors.Where(diagnostic => IsGenerated(diagnostic, generation) || !isRejected) : [])
            .ToList();
        return (wrong.Count == 0 ? null : Describe(seed, consumer, files, wrong), compiles, compiles && isRejected);
    }

    private static bool IsGenerated(Diagnostic diagnostic, Generation generation) =>
        diagnostic.Location.SourceTree is { } tree && generation.Generated.Contains(tree);

    private static Consumer DrawConsumer(Draw draw)
    {
        var consumer = draw.Of(Consumer.Net10, Consumer.Net10, Consumer.Net10WithTensors, Consumer.Net8, Consumer.Net8WithTensors, Consumer.NetStandard, Consumer.NetStandard);
        var language = draw.In100(60) ? consumer.Language : draw.Of(
            LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Preview);
        return consumer with { Language = language, AllowsUnsafe = draw.In100(92), ChecksOverflow = draw.In100(15) };
    }

    private static string Describe(int seed, Consumer consumer, string[] files, System.Collections.Generic.List<Diagnostic> wrong) =>
        $"seed {seed}, C# {consumer.Language}, {consumer.References.Length} references\n{string.Join("\n", files).Replace(TypeDrawer.Helpers, "", StringComparison.Ordinal)}\n"
        + string.Join("\n", wrong.Take(4).Select(static diagnostic => diagnostic.ToString()));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
