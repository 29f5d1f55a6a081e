using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>Asserts exactly which diagnostics a source gives, and where.</summary>
internal static class Verifier
{
    private const string Usings = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        """;

    /// <summary>
    /// The declarations must compile before generation, but for what is marked in them. The uses, that need generated
    /// members, are added after. Together they give exactly the marked diagnostics, from whomever.
    /// </summary>
    /// <returns>The diagnostics, by place.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Reports(string declarations, string uses = "", Consumer? consumer = null)
    {
        consumer ??= Consumer.Net10;
        var marked = new[] { declarations, uses }
            .Where(static source => source.Length > 0)
            .Select(static source => Markup.Parse(Usings + source))
            .ToArray();

        Describe(consumer.Compile(marked[0].Source).GetDiagnostics().Where(IsProblemBefore))
            .Should().BeSubsetOf(Expected(marked.Take(1)), "the declarations must compile before generation");

        var generation = Generation.Run(consumer, [.. marked.Select(static markup => markup.Source)]);
        var diagnostics = await generation.Diagnose().ConfigureAwait(false);
        Describe(diagnostics).Should().BeEquivalentTo(
            Expected(marked),
            "these are the marks; the messages are:\n{0}\n",
            string.Join("\n", diagnostics.Select(static diagnostic => diagnostic.ToString())));
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>
    /// Exactly the marked diagnostics of ours, beside some error of the compiler, whose own words for it depend on which
    /// other signatures there are.
    /// </summary>
    public static async Task<string> Explains(string declarations, string uses, Consumer? consumer = null)
    {
        consumer ??= Consumer.Net10;
        var marked = new[] { Markup.Parse(Usings + declarations), Markup.Parse(Usings + uses) };
        Describe(consumer.Compile(marked[0].Source).GetDiagnostics().Where(IsProblemBefore))
            .Should().BeEmpty("the declarations must compile before generation");

        var diagnostics = await Generation.Run(consumer, [.. marked.Select(static markup => markup.Source)]).Diagnose().ConfigureAwait(false);
        var ours = diagnostics.Where(static diagnostic => !diagnostic.Id.StartsWith("CS", System.StringComparison.Ordinal)).ToArray();
        Describe(ours).Should().BeEquivalentTo(Expected(marked));
        diagnostics.Length.Should().BeGreaterThan(ours.Length, "the compiler rejects the call too");
        return ours.Should().ContainSingle().Subject.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Declarations and uses that give nothing at all.</summary>
    public static Task Accepts(string declarations, string uses = "", Consumer? consumer = null)
    {
        (declarations + uses).Should().NotContain("[|", "marks are for what is reported");
        return Reports(declarations, uses, consumer);
    }

    /// <summary>
    /// Sources whose generated code is good enough to be judged as its users judge their own: all warnings on, doc comments
    /// read, nothing silenced.
    /// </summary>
    /// <returns>The generated code.</returns>
    public static async Task<string> EmitsWithoutWarnings(Consumer consumer, params string[] sources)
    {
        consumer = consumer with { Documentation = DocumentationMode.Diagnose };
        consumer.Compile(sources).GetDiagnostics().Where(IsProblemBefore)
            .Should().BeEmpty("the declarations must compile before generation");
        var generation = Generation.Run(consumer, sources);
        generation.Generated.Should().NotBeEmpty();
        (await generation.Diagnose().ConfigureAwait(false)).Should().BeEmpty("this is how users build");
        var diagnostics = await generation.Unsilenced().Diagnose().ConfigureAwait(false);
        diagnostics.Select(static diagnostic => $"{diagnostic}: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}")
            .Should().BeEmpty("generated code needs no indulgence");
        return generation.Text;
    }

    /// <summary>The message of the only diagnostic that the declarations give.</summary>
    public static async Task<string> Message(string declarations, string uses = "", Consumer? consumer = null) =>
        (await Reports(declarations, uses, consumer).ConfigureAwait(false)).Should().ContainSingle().Subject
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A problem that generated code cannot solve: bodies of partial members are what it adds.</summary>
    private static bool IsProblemBefore(Diagnostic diagnostic) => Generation.IsProblem(diagnostic) && diagnostic.Id is not ("CS8795" or "CS9248");

    private static IEnumerable<string> Expected(IEnumerable<Markup> sources) => sources.SelectMany(static (markup, index) =>
        markup.Marks.Select(mark => Describe(mark.Id, $"Source{index}.cs", SourceText.From(markup.Source), mark.Span)));

    private static IEnumerable<string> Describe(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(static diagnostic =>
        diagnostic.Location.SourceTree is { } tree
            ? Describe(diagnostic.Id, tree.FilePath, tree.GetText(), diagnostic.Location.SourceSpan)
            : diagnostic.ToString());

    private static string Describe(string id, string path, SourceText text, TextSpan span) =>
        $"{id} at '{text.ToString(span)}' in {path}{text.Lines.GetLinePosition(span.Start)}";
}
