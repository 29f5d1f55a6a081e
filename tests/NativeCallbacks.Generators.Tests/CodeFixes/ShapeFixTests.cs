using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>NCB0005: the element count that a span can be meant to have.</summary>
public class ShapeFixTests
{
    [Theory]
    [InlineData("Span<int> x, int n", "nameof(n)")]
    [InlineData("int before, Span<int> x, byte n", "nameof(n)")]
    [InlineData("uint n, ReadOnlySpan<int> x", "nameof(n)")]
    [InlineData("Span<int> x, double d, out int count, in nint n, [UserData] nint user", "nameof(n)")]
    [InlineData("Span<int> x, int m, ulong n", "nameof(m)|nameof(n)|nameof(m), nameof(n)")]
    [InlineData("Span<int> x, int k, int m, int n", "nameof(k)|nameof(m)|nameof(n)")]
    [InlineData("Span<int> x, int @int", "nameof(@int)")]
    [InlineData("Span<int> x, DayOfWeek day", null)]
    [InlineData("Span<int> x", null)]
    public async Task Offers_AreTheIntegersThatCanCount_AndUnchecked(string parameters, string? shapes)
    {
        (await FixVerifier.Offers<ShapeFix>($"using System; using NativeCallbacks; [NativeSignature] public delegate void Op({parameters});"))
            .Should().Equal([.. Titles(shapes), "Add [UncheckedShape]"]);
    }

    [Theory]
    [InlineData("TensorSpan<int> x, int m, int n", "nameof(m)|nameof(n)|nameof(m), nameof(n)")]
    [InlineData("in ReadOnlyTensorSpan<int> x, ulong n", "nameof(n)")]
    [InlineData("TensorSpan<int> x", null)]
    public async Task Offers_OfATensor_AreOnlyShapes(string parameters, string? shapes)
    {
        (await FixVerifier.Offers<ShapeFix>(
            $"using System.Numerics.Tensors; using NativeCallbacks; [NativeSignature] public delegate void Op({parameters});", Consumer.Net10WithTensors))
            .Should().Equal(Titles(shapes));
    }

    private static string[] Titles(string? shapes) =>
        shapes is null ? [] : [.. System.Array.ConvertAll(shapes.Split('|'), static shape => $"Add [Shape({shape})]")];

    [Fact]
    public Task Shape_IsBeforeTheSpan_OnItsLine() => FixVerifier.Fixes<ShapeFix>(
        """
        using System;

        [NativeCallbacks.NativeSignature]
        public delegate double Op(
            // What is read.
            ReadOnlySpan<double> input, // of m × n
            int m,
              int n);
        """,
        """
        using System;
        using NativeCallbacks;

        [NativeCallbacks.NativeSignature]
        public delegate double Op(
            // What is read.
            [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input, // of m × n
            int m,
              int n);
        """,
        "Add [Shape(nameof(m), nameof(n))]");

    [Fact]
    public Task UncheckedShape_FollowsOtherAttributes() => FixVerifier.Fixes<ShapeFix>(
        "using System; using NativeCallbacks; using System.Runtime.InteropServices; [NativeSignature] public delegate void Op([In]  Span<int>  x, int n);",
        "using System; using NativeCallbacks; using System.Runtime.InteropServices; [NativeSignature] public delegate void Op([In]  [UncheckedShape] Span<int>  x, int n);",
        "Add [UncheckedShape]");

    [Fact]
    public Task Shape_BeforeCSharp11_IsAString() => FixVerifier.Fixes<ShapeFix>(
        "using System; using NativeCallbacks; [NativeSignature] public delegate void Op(Span<int> x, int @in);",
        "using System; using NativeCallbacks; [NativeSignature] public delegate void Op([Shape(\"in\")] Span<int> x, int @in);",
        "Add [Shape(\"in\")]",
        Consumer.NetStandard with { Language = LanguageVersion.CSharp10 });

    [Fact]
    public Task AllShapesOfOneKind_AreAddedAtOnce() => FixVerifier.FixesAll<ShapeFix>(
        [
            "using System;\n[NativeCallbacks.NativeSignature]\npublic delegate void Op(Span<int> x, ReadOnlySpan<int> y, int n);\n[NativeCallbacks.NativeSignature]\npublic delegate void Op2(Span<int> x, int n);\n",
            "using System;\nusing NativeCallbacks;\n[NativeSignature] public delegate void Op3(Span<int> x, long n);\n",
        ],
        [
            "using System;\nusing NativeCallbacks;\n[NativeCallbacks.NativeSignature]\npublic delegate void Op([Shape(nameof(n))] Span<int> x, [Shape(nameof(n))] ReadOnlySpan<int> y, int n);\n[NativeCallbacks.NativeSignature]\npublic delegate void Op2([Shape(nameof(n))] Span<int> x, int n);\n",
            "using System;\nusing NativeCallbacks;\n[NativeSignature] public delegate void Op3([Shape(nameof(n))] Span<int> x, long n);\n",
        ],
        "Add [Shape(nameof(n))]");

    [Fact]
    public async Task DelegateOfAnotherAssembly_HasNoFix()
    {
        var consumer = Consumer.Net10.Referencing("Library", "public delegate void Op(System.Span<int> x, int n);");
        (await FixVerifier.Offers<ShapeFix>("[assembly: NativeCallbacks.NativeSignature(typeof(Op))]", consumer)).Should().BeEmpty();
    }
}
