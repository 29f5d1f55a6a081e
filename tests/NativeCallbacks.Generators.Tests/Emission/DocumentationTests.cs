using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>What IntelliSense shows of generated members.</summary>
public class DocumentationTests
{
    private const string Documented = """
        using System;
        using NativeCallbacks;

        namespace Docs;

        /// <summary>Adds <paramref name="n"/> &lt;numbers&gt; of <paramref name="values"/>, see <see cref="Other"/> and <see cref="Math.Abs(int)"/>.</summary>
        /// <remarks>
        /// <para>One.</para>
        /// <code>
        ///     indented();
        /// </code>
        /// </remarks>
        /// <param name="values">At least <paramref name="n"/> numbers.</param>
        /// <param name="n">How many.</param>
        /// <returns>The sum of <paramref name="n"/> numbers.</returns>
        /// <exception cref="InvalidCastException">Never.</exception>
        [NativeSignature]
        public delegate double Sum([Shape(nameof(n))] ReadOnlySpan<double> values, int n);

        /// <summary>Another.</summary>
        [NativeSignature]
        public delegate void Other(int a);

        /// <inheritdoc cref="Other"/>
        [NativeSignature]
        public delegate void Inherited(int a);
        """;

    [Fact]
    public async Task Invoke_HasTheDocsOfItsDelegate()
    {
        var docs = Docs(await Generate(Documented), "Invoke", parameters: 3);
        docs.Should().Contain("Adds <paramref name=\"n\" /> &lt;numbers&gt; of <paramref name=\"values\" />, see <see cref=\"T:Docs.Other\" />")
            .And.Contain("<param name=\"values\">At least <paramref name=\"n\" /> numbers.</param>")
            .And.Contain("<param name=\"n\">How many.</param>")
            .And.Contain("<param name=\"callback\">The native function.</param>")
            .And.Contain("<returns>The sum of <paramref name=\"n\" /> numbers.</returns>")
            .And.Contain("T:System.InvalidCastException")
            .And.Contain("T:System.InvalidOperationException");
    }

    [Fact]
    public async Task InferredInvoke_DoesNotReferToTheDimensionThatItLacks()
    {
        var docs = Docs(await Generate(Documented), "Invoke", parameters: 2);
        docs.Should().Contain("Adds <c>n</c> &lt;numbers&gt; of <paramref name=\"values\" />")
            .And.Contain("<param name=\"values\">At least <c>n</c> numbers.</param>")
            .And.Contain("<returns>The sum of <c>n</c> numbers.</returns>")
            .And.NotContain("name=\"n\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/// <summary>Only a summary.</summary>")]
    [InlineData("/// <param name=\"b\">Only one parameter.</param>")]
    [InlineData("/// <remarks>No summary.</remarks>")]
    [InlineData("/// <summary>Line &#x2028; separators &#x85; and &#x2029; too, and &#13;&#10; ends.</summary>")]
    [InlineData("/// <summary><![CDATA[ <raw> & ]]> text</summary>")]
    [InlineData("/// <summary>Empty</summary>\n/// <param name=\"b\"></param>\n/// <returns></returns>")]
    public async Task Docs_OfAnyCompleteness_GiveDocsToEveryParameter(string comment)
    {
        var generation = await Generate($$"""
            #pragma warning disable CS1591, CS1573
            {{comment}}
            [NativeCallbacks.NativeSignature] public delegate double Op(int a, [NativeCallbacks.UncheckedShape] System.Span<int> b, [NativeCallbacks.Shape(2, "a", Optional = true)] System.Span<int> c);
            """);
        var docs = Docs(generation, "Invoke", parameters: 4);
        docs.Should().Contain("<summary>")
            .And.Contain("<param name=\"callback\">").And.Contain("<param name=\"a\">").And.Contain("<param name=\"b\">").And.Contain("<param name=\"c\">");
    }

    [Fact]
    public async Task Docs_OfTensors_TellShapeOrderAndRefusals()
    {
        const string Source = """
            #pragma warning disable CS1591
            using NativeCallbacks;
            using System.Numerics.Tensors;
            [NativeSignature] public delegate void Op([Shape("m", "n")] TensorSpan<int> a, [Shape("n", 4, Order = ArrayOrder.ColumnMajor, Optional = true)] TensorSpan<int> b, int m, int n);
            """;
        await Verifier.EmitsWithoutWarnings(Consumer.Net10WithTensors, Source);

        var docs = Docs(Generation.Run(Consumer.Net10WithTensors, Source), "Invoke", parameters: 3);

        docs.Should().Contain("<param name=\"a\">m × n elements, dense in row-major order.</param>")
            .And.Contain("<param name=\"b\">n × 4 elements, dense in column-major order, or none.</param>")
            .And.Contain("<exception cref=\"T:System.ArgumentException\">The lengths or strides of a tensor do not match its shape, or two arguments that share a dimension have different lengths there, or a length is more than the type of its dimension can hold.</exception>");
    }

    [Fact]
    public async Task Docs_OfTextsAndCallbacks_TellWhatIsThrown()
    {
        var generation = await Generate("""
            #pragma warning disable CS1591
            using NativeCallbacks;
            [NativeSignature] public delegate void Op(string a, NativeCallback<Inner> b, [Shape("n")] System.Span<int> c, int n);
            [NativeSignature] public delegate void Inner();
            """);

        Docs(generation, "Invoke", parameters: 5).Should()
            .Contain("<exception cref=\"T:System.ArgumentException\">A span is shorter than its shape, or a dimension is negative, or a string contains a NUL or an unpaired surrogate.</exception>")
            .And.Contain("<exception cref=\"T:System.Exception\">Any exception of a managed handler that native code called during the call.</exception>");
        Docs(generation, "ToManagedCallback", parameters: 3).Should().Contain("<inheritdoc cref=\"M:NativeCallbacks.CompilerServices.UpcallPool`1.Expose(");
    }

    [Theory]
    [InlineData("[Shape(\"n\")] Span<int> a, int n", "A span is shorter than its shape, or a dimension is negative.", null)]
    [InlineData("[Shape(\"n\")] Span<int> a, uint n", "A span is shorter than its shape.", null)]
    [InlineData("[Shape(\"n\")] Span<int> a, byte n", "A span is shorter than its shape.", "A length is more than the type of its dimension can hold.")]
    [InlineData("[Shape(\"n\")] Span<int> a, [Shape(\"n\")] Span<int> b, uint n", "A span is shorter than its shape.", "Two arguments that share a dimension have different lengths there.")]
    [InlineData("[Shape(\"n\")] Span<int> a, [Shape(3)] Span<int> b, uint n", "A span is shorter than its shape.", "A span is shorter than its shape.")]
    [InlineData("[Shape(\"n\")] Span<int> a, [Shape(\"n\", \"m\")] Span<int> b, int n, short m", "A span is shorter than its shape, or a dimension is negative.", "A span is shorter than its shape, or a dimension is negative.")]
    public async Task Docs_NameTheRefusalsThatCanHappen(string parameters, string exact, string? inferred)
    {
        var generation = await Generate($"#pragma warning disable CS1591\nusing System; using NativeCallbacks;\n[NativeSignature] public delegate void Op({parameters});");
        var count = parameters.Split(", ").Count(static item => item.Contains(' ', System.StringComparison.Ordinal)) + 1;

        Refusals(Docs(generation, "Invoke", count)).Should().Be(exact);
        Refusals(Docs(generation, "Invoke", count - 1)).Should().Be(inferred);
    }

    [Fact]
    public async Task Docs_OfNoMember_HaveAnArticleBeforeTheNameOfTheDelegate()
    {
        var generation = await Generate("#pragma warning disable CS1591\n[NativeCallbacks.NativeSignature] public delegate double Objective(double x);");
        generation.Text.Should().NotContainAny("A <c>Objective", "a <c>Objective");
    }

    [Fact]
    public async Task Docs_ThatAreMalformed_AreReplaced()
    {
        const string Source = """
            /// <summary>Never [|CS1570:|]closed.
            [NativeSignature] public delegate void Op(int a);
            """;
        var consumer = Consumer.Net10 with { Documentation = DocumentationMode.Diagnose };
        var markup = Markup.Parse("using NativeCallbacks;\n" + Source);
        var generation = Generation.Run(consumer, markup.Source);
        (await generation.Unsilenced().Diagnose()).Select(static diagnostic => (diagnostic.Id, Path: diagnostic.Location.SourceTree!.FilePath))
            .Should().OnlyContain(static diagnostic => diagnostic.Path == "Source0.cs").And.NotBeEmpty();
        Docs(generation, "Invoke", parameters: 2).Should().Contain("Calls a native function of the signature <c>Op</c>.").And.NotContain("closed");
    }

    private static async Task<Generation> Generate(string source)
    {
        await Verifier.EmitsWithoutWarnings(Consumer.Net10, source).ConfigureAwait(false);
        return Generation.Run(Consumer.Net10, source);
    }

    /// <summary>When an <c>ArgumentException</c> is thrown; null for never.</summary>
    private static string? Refusals(string docs) => System.Xml.Linq.XElement.Parse(docs).Elements("exception")
        .SingleOrDefault(static element => element.Attribute("cref")!.Value == "T:System.ArgumentException")?.Value;

    private static string Docs(Generation generation, string method, int parameters) => generation.Compilation
        .GetSymbolsWithName(method, SymbolFilter.Member)
        .OfType<IMethodSymbol>()
        .First(symbol => symbol.IsExtensionMethod && symbol.Parameters.Length == parameters)
        .GetDocumentationCommentXml()!;
}
