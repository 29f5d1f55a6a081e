using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0045 and NCB0046: classes that cannot be an API, and methods that cannot be its functions.</summary>
public class NativeApiTests
{
    [Theory]
    [InlineData("[NativeApi]", "static partial class", "it names no library: pass the library's name, or set MainProgram")]
    [InlineData("[NativeApi(\"\")]", "static partial class", "it names no library: pass the library's name, or set MainProgram")]
    [InlineData("[NativeApi(\"m\", MainProgram = true)]", "static partial class", "it names a library and sets MainProgram: keep one of them")]
    [InlineData("[NativeApi(\"m\")]", "partial class", "it is not static: declare it static partial")]
    [InlineData("[NativeApi(\"m\")]", "partial record class", "it is not static: declare it static partial")]
    public async Task Class_ThatCannotBeAnApi_IsRejectedWithoutOtherErrors(string attribute, string kind, string reason)
    {
        (await Verifier.Message("", $$"""
            {{attribute}} internal {{kind}} [|NCB0045:M|]
            {
                [Symbol("cos")] public static partial double Cosine(double x);
            }
            """)).Should().Be($"'M' cannot be a native API because {reason}");
    }

    [Theory]
    [InlineData("internal static class [|NCB0045:M|] { }", "'M' is not partial: declare the type partial")]
    [InlineData("file static partial class [|NCB0045:M|] { }", "'M' is local to its file, and the generated body is in another: remove 'file'")]
    [InlineData("internal static partial class [|NCB0045:M|]<T> { }", "'M<T>' is generic, and a library has no generic functions: move it to a type that is not generic")]
    [InlineData("internal static partial class [|NCB0045:M|] { private static class Functions__ { } }", "'Functions__' is a name of generated code: rename that member")]
    [InlineData("internal static partial class [|NCB0045:M|] { private const int Library__ = 1; public static int F() => Library__; }", "'Library__' is a name of generated code: rename that member")]
    public async Task Class_ThatNoPartCanBeWrittenFor_IsRejected(string type, string reason) =>
        (await Verifier.Message($"[NativeApi(\"m\")] {type}")).Should().EndWith($"cannot be a native API because {reason}");

    [Theory]
    [InlineData("[Symbol(\"\")] public static partial int [|NCB0046:F|]();", "its symbol has no name: pass the exported name, or remove the argument if it is the name of the method")]
    [InlineData("[Symbol] public static int [|NCB0046:F|]() => 1;", "it already has a body: declare it partial, without a body")]
    [InlineData("[Symbol] public static partial int [|NCB0046:F|](); public static partial int F() => 1;", "it already has a body: remove the body")]
    [InlineData("[Symbol(Optional = true)] public static partial int [|NCB0046:F|](); public static bool HasF => true;", "'M' has a member 'HasF', which is the name of the property that reports whether the function exists: rename one of them")]
    [InlineData("[Symbol(Optional = true)] public static partial int F(); [Symbol(\"G\", Optional = true)] public static partial int [|NCB0046:F|](int x);", "another optional function has its name, so 'HasF' could refer to either: rename one of them")]
    public async Task Method_ThatCannotBeAFunction_IsRejectedWithoutOtherErrors(string method, string reason) =>
        (await Verifier.Message("", $$"""[NativeApi("m")] internal static partial class M { {{method}} }""")).Should()
        .Be($"'F' cannot be a function of a native API because {reason}");

    [Theory]
    [InlineData("[Symbol] public static partial int [|NCB0046,CS8795:F|]<T>(T x);")]
    [InlineData("[Symbol, System.Runtime.CompilerServices.MethodImpl(256)] public static partial int [|NCB0046,CS8795:F|]();")]
    public Task Method_WithoutABodyThatCanBeWritten_IsRejected_BesideTheCompilersOwnError(string method) =>
        Verifier.Reports("", $$"""[NativeApi("m")] internal static partial class M { {{method}} }""");

    [Fact]
    public Task Symbol_OutsideAnApi_IsRejected() => Verifier.Reports("", """
        internal static partial class M { [Symbol("cos")] public static partial double [|NCB0046,CS8795:F|](double x); }
        """);

    /// <summary>The rules of signatures are those of functions, and each finding is at its parameter.</summary>
    [Fact]
    public Task Function_WithWhatNoSignatureCanHave_IsRejectedWithoutOtherErrors() => Verifier.Reports("""
        [NativeApi("m")]
        internal static partial class M
        {
            [Symbol] public static partial double A(ReadOnlySpan<double> [|NCB0005:x|]);
            [Symbol] public static partial double B([[|NCB0006:Shape("m")|]] ReadOnlySpan<double> x, int n);
            [Symbol] public static partial bool [|NCB0003:C|](char [|NCB0001:x|]);
            [Symbol, Obsolete] public static partial object [|NCB0001:D|](params int[] [|NCB0001:x|]);
            [Symbol] [return: [|NCB0008:StatusCode|]] public static partial double E();
            [Symbol(SuppressGCTransition = true)] public static partial void F(NativeCallback<Numerics.ScalarFunction> [|NCB0010:f|]);
            [Symbol(CallingConvention = CallingConvention.ThisCall)] public static partial void [|NCB0009:G|](double x);
            [Symbol] public static partial void H(int [|NCB0018:x__|]);
            [Symbol] public static partial ref int [|NCB0001:I|]();
            [Symbol(Optional = true)] public static partial void J(object [|NCB0001:x|]);
            public static void Use() { A(default); B(default, 1); C('x'); E(); F(default); G(1); H(1); I() = 1; }
        }
        """.Replace("Numerics.", "NativeCallbacks.Numerics.", System.StringComparison.Ordinal), "internal static class Uses { public static bool IsThere() => M.HasJ; }");

    [Fact]
    public Task Project_WithoutUnsafeBlocks_IsToldOnceForEachClass() => Verifier.Reports("", """
        [NativeApi("m")]
        internal static partial class [|NCB0016:M|]
        {
            [Symbol("cos")] public static partial double Cosine(double x);
            [Symbol("sin")] public static partial double Sine(double x);
        }
        """, Consumer.Net10 with { AllowsUnsafe = false });

    /// <summary>Bodies that somebody else writes, and hooks that nobody has to.</summary>
    [Fact]
    public async Task MethodsOfOthers_AreLeftAlone()
    {
        var generation = Generation.Run(Consumer.Net10, """
            using NativeCallbacks;
            [NativeApi("m")]
            internal static partial class M
            {
                public static partial double cos(double x);
                static partial void Hook();
                public static int Own() { Hook(); return 1; }
                [System.Text.RegularExpressions.GeneratedRegex("x")] private static partial System.Text.RegularExpressions.Regex Other();
                [System.Obsolete] private static partial int Elsewhere();
                private static partial int Elsewhere() => 2;
                public static partial int Written();
                public static partial int Written() => 3;
            }
            """);
        generation.Text.Should().Contain("double @cos(").And.NotContainAny("Hook", "Own", "Other", "Elsewhere", "Written");
        (await generation.Diagnose()).Select(static diagnostic => diagnostic.Id).Should().BeEquivalentTo(["CS8795"], "Regex has no generator here");
    }

    private const string Everything = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;
        namespace @event
        {
            [NativeApi("m")]
            internal static partial class @class
            {
                /// <summary>Its own words.</summary>
                [Symbol("a\"b\\c")] internal static partial int @int(int @class, ref int @ref);
                [Symbol] internal static partial void None();
                [Symbol] internal static partial double Spans([Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n), 2)] Span<byte> y, int n);
                [Symbol] internal static partial int Inferred([Shape("n")] ReadOnlySpan<double> x, int n);
                [Symbol("other")] internal static partial int Inferred([Shape("n")] ReadOnlySpan<float> x, long n);
                [Symbol("third")] internal static partial int Inferred([Shape("n")] ReadOnlySpan<double> x, byte n);
                [Symbol] internal static partial int Taken([Shape("n")] ReadOnlySpan<double> x, int n);
                internal static int Taken(ReadOnlySpan<double> x) => 1;
                [Symbol] [return: StatusCode] internal static partial int Text(string text, in long number, out double result, int last = 3);
                [Symbol(Optional = true, CallingConvention = CallingConvention.StdCall)] internal static partial NativeCallback<NativeCallbacks.Numerics.ScalarFunction> Find(NativeCallback<NativeCallbacks.Numerics.ScalarFunction> f);
                [Symbol] internal static unsafe partial int* Pointers(int* x, void** y);
                [Symbol] private static partial int Extension(this int x);
                internal static int Use() => 5.Extension() + Taken(default);
            }
        }
        """;

    [Fact]
    public async Task EveryKindOfFunction_CompilesWithoutWarnings_InTheOldestAndTheNewestProject()
    {
        foreach (var consumer in new[] { Consumer.NetStandard, Consumer.Net8, Consumer.Net10 })
        {
            var text = await Verifier.EmitsWithoutWarnings(consumer, Everything);
            text.Should().Contain("Library__.Instance.Find(\"a\\\"b\\\\c\")").And.Contain("internal static bool HasFind =>")
                .And.Contain("internal static int @Inferred(global::System.ReadOnlySpan<double> @x)")
                .And.NotContain("internal static int @Taken(global::System.ReadOnlySpan<double> @x)");
        }
    }

    [Fact]
    public async Task NullableContext_OffOrOn_IsTheUsersOwn()
    {
        const string Source = """
            {0}
            using NativeCallbacks;
            [NativeApi("m")]
            internal static partial class M {{ [Symbol] internal static partial int F(string{1} text); }}
            """;
        await Verifier.EmitsWithoutWarnings(Consumer.Net10, string.Format(System.Globalization.CultureInfo.InvariantCulture, Source, "#nullable disable", ""));
        await Verifier.EmitsWithoutWarnings(Consumer.Net10, string.Format(System.Globalization.CultureInfo.InvariantCulture, Source, "#nullable enable", "?"));
    }

    [Fact]
    public void Edit_OfAnotherFile_ReusesTheOutput()
    {
        const string Source = """
            using NativeCallbacks;
            [NativeApi("m")] internal static partial class M { [Symbol] internal static partial int F(int x); }
            """;
        GeneratorDriverOf(Source, "class Other { }", "class Other { int y; }").Should().Equal(Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached);
        GeneratorDriverOf(Source, "class Other { }", "class Other { }", Source.Replace("int x", "long x", System.StringComparison.Ordinal))
            .Should().Equal(Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified);
    }

    private static Microsoft.CodeAnalysis.IncrementalStepRunReason[] GeneratorDriverOf(string source, string before, string after, string? edited = null)
    {
        Microsoft.CodeAnalysis.GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [Microsoft.CodeAnalysis.GeneratorExtensions.AsSourceGenerator(new NativeSignatureGenerator())],
            parseOptions: Consumer.Net10.ParseOptions,
            driverOptions: new Microsoft.CodeAnalysis.GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(Consumer.Net10.Compile(source, before)).RunGenerators(Consumer.Net10.Compile(edited ?? source, after));
        return [.. driver.GetRunResult().Results.Single().TrackedSteps[NativeSignatureGenerator.Stages.Apis]
            .SelectMany(static step => step.Outputs).Select(static output => output.Reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged ? Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached : output.Reason)];
    }
}
