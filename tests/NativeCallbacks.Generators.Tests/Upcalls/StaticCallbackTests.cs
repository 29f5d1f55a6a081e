using System.Linq;
using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0022: members that cannot be static callbacks, and the code of those that can.</summary>
public class StaticCallbackTests
{
    private const string Signatures = "[NativeSignature] public delegate double F(double x); public delegate double Unmarked(double x);\n";
    private const string WithContext = "[NativeSignature] public delegate double G(double x, [UserData] nint data);";
    private const string NotTheMethod = "'X' is not a static method with the parameters and the result of 'F': name a method that is";

    [Theory]
    [InlineData("int", "X(double x) => x", "it does not return a NativeCallback<T>: return the NativeCallback<T> of the signature")]
    [InlineData("NativeCallback<Unmarked>", "X(double x) => x", "'Unmarked' is not declared as a signature: add [NativeSignature] to the delegate, or [assembly: NativeSignature(typeof(…))]")]
    [InlineData("NativeCallback<F>", "Y(double x) => x", "'C' has no method 'X': name a static method of the same type")]
    [InlineData("NativeCallback<F>", "X(float x) => x", NotTheMethod)]
    [InlineData("NativeCallback<F>", "X(double x, int y) => x", NotTheMethod)]
    [InlineData("NativeCallback<F>", "X(in double x) => x", NotTheMethod)]
    [InlineData("NativeCallback<F>", "X<T>(double x) => x", NotTheMethod)]
    public async Task Member_ThatCannotBeAStaticCallback_IsRejectedWithoutOtherErrors(string type, string method, string reason)
    {
        (await Verifier.Message(Signatures, $$"""
            static partial class C
            {
                [StaticCallback("X")] internal static partial {{type}} [|NCB0022:P|] { get; }
                private static double {{method}};
            }
            """)).Should().Be($"'P' cannot be a static callback because {reason}");
        (await Verifier.Message(Signatures, $$"""
            static partial class C
            {
                [StaticCallback("X")] internal static partial {{type}} [|NCB0022:P|]();
                private static double {{method}};
            }
            """)).Should().Be($"'P' cannot be a static callback because {reason}");
    }

    [Theory]
    [InlineData("class C", "internal static NativeCallback<F> [|NCB0022:P|] { get; }", "it is not static and partial: declare it static partial")]
    [InlineData("partial class C", "internal static NativeCallback<F> [|NCB0022:P|] { get; }", "it is not static and partial: declare it static partial")]
    [InlineData("partial class C", "internal partial NativeCallback<F> [|NCB0022:P|] { get; }", "it is not static and partial: declare it static partial")]
    [InlineData("partial class C<T>", "internal static partial NativeCallback<F> [|NCB0022:P|] { get; }", "'C<T>' is generic, and native code cannot call generic methods: move it to a type that is not generic")]
    [InlineData("partial class C", "internal static NativeCallback<F> [|NCB0022:P|](int x) => default;", "it is not static and partial: declare it static partial")]
    public async Task Place_ThatHoldsNoStaticCallback_IsRejected(string type, string member, string reason) => (await Verifier.Message(
        Signatures, $$"""{{type}} { [StaticCallback("X")] {{member}} private static double X(double x) => x; }""")).Should()
        .Be($"'P' cannot be a static callback because {reason}");

    [Fact]
    public async Task Member_OfASignatureThatAFriendDeclares_IsAccepted()
    {
        var friend = Consumer.Net10.Referencing("Friend", """
            [assembly: NativeCallbacks.NativeSignature(typeof(System.Func<double, double>))]
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Consumer")]
            """);
        var generation = Generation.Run(
            friend,
            """
            using System;
            using NativeCallbacks;
            static partial class C
            {
                [StaticCallback("X")] internal static partial NativeCallback<Func<double, double>> P { get; }
                private static double X(double x) => x;
            }
            """);
        (await generation.Diagnose()).Should().BeEmpty();
    }

    [Fact]
    public Task Member_WithParametersOrASetter_IsRejected_BesideTheCompilersOwnError() => Verifier.Reports(Signatures, """
        static partial class C
        {
            [StaticCallback("X")] internal static partial NativeCallback<F> [|NCB0022,CS8795:M|](int x);
            [StaticCallback("X")] internal static partial NativeCallback<F> [|NCB0022,CS9248:P|] { get; set; }
            private static double X(double x) => x;
        }
        """);

    [Fact]
    public Task Member_InATypeThatIsNotPartial_IsRejected_BesideTheCompilersOwnErrors() => Verifier.Reports(Signatures, """
        static class C
        {
            [StaticCallback("X")] internal static partial NativeCallback<F> [|NCB0022,CS0751,CS9248:P|] { get; }
            private static double X(double x) => x;
        }
        """);

    [Theory]
    [InlineData("file static partial class C { ", " }")]
    [InlineData("file static partial class Outer { public static partial class C { ", " } }")]
    public async Task Member_InAFileLocalType_IsRejected_BesideTheCompilersOwnError(string opening, string closing)
    {
        var diagnostics = await Verifier.Reports(Signatures, opening + """
            [StaticCallback("X")] internal static partial NativeCallback<F> [|NCB0022,CS9248:P|] { get; }
            private static double X(double x) => x;
            """ + closing);
        diagnostics.Single(static diagnostic => diagnostic.Id == "NCB0022").GetMessage(null).Should()
            .EndWith(" is local to its file, and the generated body is in another: remove 'file'");
    }

    [Theory]
    [InlineData("internal static partial NativeCallback<F> [|NCB0022:P|] { get; }", "internal static partial NativeCallback<F> P { get => default; }")]
    [InlineData("internal static partial NativeCallback<F> [|NCB0022:P|] { get; }", "internal static partial NativeCallback<F> P => default;")]
    [InlineData("internal static partial NativeCallback<F> [|NCB0022:P|]();", "internal static partial NativeCallback<F> P() => default;")]
    [InlineData("internal static partial NativeCallback<F> [|NCB0022:P|]() { return default; }", "internal static partial NativeCallback<F> P();")]
    public async Task Member_WithABody_IsRejected(string member, string otherPart) => (await Verifier.Message(
        Signatures, $$"""static partial class C { [StaticCallback("X")] {{member}} {{otherPart}} private static double X(double x) => x; }""")).Should()
        .Be("'P' cannot be a static callback because it already has a body: remove the body");

    [Theory]
    [InlineData("P { get; }", "CS0102,CS9250")]
    [InlineData("P();", "CS0111,CS0756")]
    public Task Member_DeclaredTwice_IsLeftToTheCompiler_AndTheFirstIsKept(string member, string errors) => Verifier.Reports(Signatures, $$"""
        static partial class C
        {
            [StaticCallback("X")] internal static partial NativeCallback<F> {{member}}
            [StaticCallback("X")] internal static partial NativeCallback<F> [|{{errors}}:P|]{{member[1..]}}
            private static double X(double x) => x;
        }
        static class Uses { static void Use(NativeCallback<F> f) => f.Invoke(1); }
        """);

    [Fact]
    public Task Attribute_Twice_IsLeftToTheCompiler() => Verifier.Reports(Signatures, """
        static partial class C
        {
            [StaticCallback("X"), [|CS0579:StaticCallback|]("X")] internal static partial NativeCallback<F> P { get; }
            private static double X(double x) => x;
        }
        """);

    [Theory]
    [InlineData("callback")]
    [InlineData("FromNative")]
    [InlineData("faults")]
    [InlineData("UpcallFault")]
    public Task Member_WithAWordOfGeneratedCode_IsAccepted(string name) => Verifier.Accepts(
        Signatures, $$"""static partial class C { [StaticCallback("X")] internal static partial NativeCallback<F> {{name}} { get; } private static double X(double x) => x; }""");

    [Fact]
    public async Task Method_ThatIsNotStatic_IsRejected() => (await Verifier.Message(
        Signatures, "partial class C { [StaticCallback(nameof(X))] internal static partial NativeCallback<F> [|NCB0022:P|] { get; } private double X(double x) => x; }")).Should()
        .Be("'P' cannot be a static callback because 'X' is not a static method with the parameters and the result of 'F': name a method that is");

    [Theory]
    [InlineData("[NativeSignature(SuppressGCTransition = true)] public delegate void G();", "X()", "'G' cannot have handlers (its calls suppress the GC transition, so they must not run managed code): remove SuppressGCTransition")]
    [InlineData("[NativeSignature] public delegate void G([UncheckedShape] Span<int> x);", "X(Span<int> x)", "'G' cannot have handlers (a handler could not know the length of 'x'): add a [Shape] to it")]
    public async Task Signature_WithoutHandlers_IsRejected(string signature, string method, string reason) => (await Verifier.Message(
        signature, $$"""partial class C { [StaticCallback("X")] internal static partial NativeCallback<G> [|NCB0022:P|] { get; } private static void {{method}} { } }""")).Should()
        .EndWith(reason);

    [Fact]
    public async Task Target_WithoutUnmanagedCallersOnly_IsRejected() => (await Verifier.Message(
        Signatures, "partial class C { [StaticCallback(\"X\")] internal static partial NativeCallback<F> [|NCB0011:P|](); private static double X(double x) => x; }", Consumer.NetStandard)).Should()
        .Be("'P' requires static callbacks, which this target framework does not support: target net5.0 or later, or use ToManagedCallback()");

    [Theory]
    [InlineData("[UserData] C self", "")]
    [InlineData("[UserData] C? self", "")]
    [InlineData("[UserData] IDisposable self", "")]
    [InlineData("[UserData] System.Collections.Generic.List<string?> self", "")]
    [InlineData("[UserData] string[] self", "")]
    [InlineData("[UserData] C self", ", OnFault = nameof(Report)")]
    [InlineData("[UserData] C self", ", OnFault = nameof(ReportTo)")]
    [InlineData("[UserData] C self", ", OnFault = nameof(ReportData)")]
    [InlineData("[UserData] C self", ", EntryPoint = \"exported \\\"name\\\"\"")]
    [InlineData("[UserData] nint data", ", ReportOnly = true")]
    public async Task Method_ThatTakesTheObjectOfItsContext_IsAccepted(string parameter, string options)
    {
        foreach (var consumer in new[] { Consumer.Net8, Consumer.Net10 })
        {
            await Verifier.Accepts(WithContext, Stateful("P", parameter, options), consumer);
        }
    }

    [Theory]
    [InlineData("C self", "", "'X' takes an object in place of the context argument, which is not marked: add [UserData] to that parameter of the method")]
    [InlineData("[UserData] C self", ", ReportOnly = true", "the FaultPolicy of its CallbackState<C> applies instead of ReportOnly: remove ReportOnly, and pass FaultPolicy.ReportOnly to the state")]
    [InlineData("[UserData] in C self", "", "'X' is not a static method with the parameters and the result of 'G': name a method that is")]
    [InlineData("[UserData] DateTime self", "", "'X' is not a static method with the parameters and the result of 'G': name a method that is")]
    [InlineData("[UserData] C self", ", EntryPoint = \"\"", "its EntryPoint is empty: specify the name of the exported function")]
    public async Task Method_ThatCannotTakeTheObjectOfItsContext_IsRejected(string parameter, string options, string reason) =>
        (await Verifier.Message(WithContext, Stateful("[|NCB0022:P|]", parameter, options))).Should().Be($"'P' cannot be a static callback because {reason}");

    [Fact]
    public async Task Method_ThatTakesAnObject_WhereTheSignatureHasNoContext_IsRejected() => (await Verifier.Message(
        "[NativeSignature] public delegate double G(double x, nint data);", Stateful("[|NCB0022:P|]", "[UserData] C self", ""))).Should()
        .Be("'P' cannot be a static callback because 'X' is not a static method with the parameters and the result of 'G': name a method that is");

    [Theory]
    [InlineData("Twin<int> x", "int", true)]
    [InlineData("int x", "Twin<int>", true)]
    [InlineData("Outer<int>.Inner x", "int", true)]
    [InlineData("ref Twin<int> x", "int", false)]
    [InlineData("[Shape(3)] ReadOnlySpan<Twin<int>> x", "int", false)]
    [InlineData("NativeCallback<F> x", "int", false)]
    public async Task GenericStruct_IsRejectedByTargetsBeforeNet9_WhereItIsPassedByValue(string parameter, string result, bool isRejected)
    {
        const string Generics = Signatures + "public struct Twin<T> { public T A; } public struct Outer<T> { public struct Inner { public T A; } }\n";
        // A fault result, because of the ref parameter.
        var faultResult = result == "int" ? "[return: FaultResult(-1)] " : "";
        var signature = $"{Generics}[NativeSignature] {faultResult}public delegate {result} G({parameter});";
        string Member(string name) => $$"""
            partial class C { [StaticCallback("X")] internal static partial NativeCallback<G> {{name}}(); private static {{result}} X({{parameter.Split("] ")[^1]}}) => default; }
            """;

        await Verifier.Accepts(signature, Member("P"), Consumer.Net10);
        if (!isRejected)
        {
            await Verifier.Accepts(signature, Member("P"), Consumer.Net8);
            return;
        }

        (await Verifier.Message(signature, Member("[|NCB0011:P|]"), Consumer.Net8)).Should()
            .Be("'P' requires static callbacks with generic structs, which this target framework does not support: target net9.0 or later, or use ToManagedCallback()");
    }

    [Fact]
    public Task Signature_ThatIsRejected_IsReportedOnce() => Verifier.Reports(
        "[NativeSignature] public delegate double F(char [|NCB0001:x|]);",
        "partial class C { [StaticCallback(\"X\")] internal static partial NativeCallback<F> P { get; } private static double X(char x) => x; }");

    [Fact]
    public Task ReadySignature_InAProjectWithoutUnsafeCode_IsReportedAtTheMember() => Verifier.Reports(
        "public class Unrelated { }",
        "partial class C { [StaticCallback(\"X\")] internal static partial NativeCallback<NativeCallbacks.Numerics.ScalarFunction> [|NCB0016:P|] { get; } private static double X(double x) => x; }",
        Consumer.Net10 with { AllowsUnsafe = false });

    [Fact]
    public async Task StaticCallbacks_OfEveryPlace_CompileWithoutWarnings()
    {
        const string Methods = """
            #pragma warning disable CS1591
            using System;
            using NativeCallbacks;
            using NativeCallbacks.Numerics;

            internal static partial class InNoNamespace
            {
                [StaticCallback(nameof(X))] internal static partial NativeCallback<ScalarFunction> P();
                private static double X(double x) => x;
            }

            namespace @event.@class
            {
                [NativeSignature] public delegate int @operator(in int @in, [Shape(nameof(@in))] Span<int> @out);

                public partial struct @struct
                {
                    public partial interface @interface
                    {
                        private protected static partial class @static
                        {
                            [StaticCallback("return")] public static partial NativeCallback<@operator> @new();
                            private static int @return(in int x, Span<int> y) => x;
                        }
                    }

                    public sealed partial record Record
                    {
                        [StaticCallback(nameof(X))] public static unsafe partial NativeCallback<ScalarFunction> P();
                        private static double X(double x) => x;
                        private static int X(int x) => x;
                    }
                }

                public readonly ref partial struct Ref
                {
                    [StaticCallback(nameof(X))] internal static partial NativeCallback<ScalarFunction> P();
                    private static double X(double x) => x;
                }

                public partial record struct RecordStruct
                {
                    [StaticCallback(nameof(X))] internal /* here */ static partial NativeCallback<ScalarFunction> P();
                    private static double X(double x) => x;
                }
            }
            """;
        foreach (var consumer in new[] { Consumer.Net8, Consumer.Net10 })
        {
            (await Generation.Run(consumer, Methods).Diagnose()).Should().BeEmpty();
        }

        (await Generation.Run(Consumer.Net10, Methods.Replace("P();", "P { get; }", System.StringComparison.Ordinal)).Diagnose()).Should().BeEmpty();
    }

    private static string Stateful(string member, string parameter, string options) => $$"""
        public sealed partial class C
        {
            [StaticCallback(nameof(X){{options}})] internal static partial NativeCallback<G> {{member}}();
            private static double X(double x, {{parameter}}) => x;
            private static void Report(Exception exception) { }
            private static double ReportTo(Exception exception, double x, [UserData] C self) => x;
            private static double ReportData(Exception exception, double x, nint data) => x;
        }
        """;
}
