using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0035: parameters that cannot be call-scoped, and the overload of those that can.</summary>
public class CallScopedTests
{
    private const string Callbacks = """
        [NativeSignature] public delegate double F(double x, [UserData] nint data);
        [NativeSignature] public unsafe delegate double V(double x, [UserData] void* data);
        [NativeSignature] public delegate int G(in int a, in int b);
        [NativeSignature(SuppressGCTransition = true)] public delegate double Leaf(double x);
        [NativeSignature] public delegate void Unchecked([UncheckedShape] Span<int> x);
        public delegate double Unmarked(double x);

        """;

    [Theory]
    [InlineData("[CallScoped] nint [|NCB0035:f|]", "it is not a NativeCallback<T> that is passed by value: remove [CallScoped]")]
    [InlineData("[CallScoped] in NativeCallback<G> [|NCB0035:f|]", "it is not a NativeCallback<T> that is passed by value: remove [CallScoped]")]
    [InlineData("[CallScoped] NativeCallback<Unmarked> [|NCB0035:f|]", "'Unmarked' is not declared as a signature: add [NativeSignature] to that delegate")]
    [InlineData("[CallScoped] NativeCallback<Leaf> [|NCB0035:f|]", "'Leaf' cannot have handlers (its calls suppress the GC transition, so they must not run managed code): remove SuppressGCTransition")]
    [InlineData("[CallScoped] NativeCallback<Unchecked> [|NCB0035:f|]", "'Unchecked' cannot have handlers (a handler could not know the length of 'x'): add a [Shape] to it")]
    [InlineData("[CallScoped] NativeCallback<F> [|NCB0035:f|]", NoContext)]
    [InlineData("[CallScoped] NativeCallback<F> [|NCB0035:f|], nint data", NoContext)]
    [InlineData("[CallScoped] NativeCallback<F> [|NCB0035:f|], NativeCallback<F> g, [UserData(nameof(g))] nint data", NoContext)]
    public async Task Parameter_ThatCannotBeCallScoped_IsRejected(string parameters, string reason) =>
        (await Verifier.Message($"{Callbacks}[NativeSignature] public delegate void Op({parameters});")).Should().Be($"'f' cannot be [CallScoped] because {reason}");

    [Fact]
    public async Task Signature_ThatThrowsNoFaults_IsRejected() =>
        (await Verifier.Message($"{Callbacks}[NativeSignature(ThrowsFaults = false)] public delegate void Op([CallScoped] NativeCallback<G> [|NCB0035:f|]);")).Should()
            .Be("'f' cannot be [CallScoped] because with ThrowsFaults = false, nobody could see an exception of its handler: remove ThrowsFaults or [CallScoped]");

    [Fact]
    public Task HandlerOfAGenericDelegate_ThatIsDeclaredOpen_IsRejected() => Verifier.Reports(
        "[NativeSignature] public delegate T [|NCB0012:Open|]<T>(T x); [NativeSignature] public delegate void Op([CallScoped] NativeCallback<Open<int>> [|NCB0035:f|]);");

    [Fact]
    public Task HandlerWhoseClassHasATakenName_IsReportedOnce() => Verifier.Reports(
        "namespace NativeCallbacks { class HExtensions { } } [NativeSignature] public delegate int [|NCB0018:H|](int x); [NativeSignature] public delegate void Op([CallScoped] NativeCallback<H> f);");

    [Fact]
    public Task RejectedSignature_StillHasTheOverload_SoThatItsUsesCauseNoErrors() => Verifier.Reports(
        $"{Callbacks}[NativeSignature] public delegate void Op(char [|NCB0001:c|], [CallScoped] NativeCallback<F> f, [UserData(nameof(f))] nint data, int n);",
        "static class Uses { static void Use(NativeCallback<Op> op) => op.Invoke('c', (x, _) => x, 3); }");

    [Theory]
    [InlineData("op.Invoke(numbers, 4, (x, data) => x + data, (in int a, in int b) => a - b)")]
    [InlineData("op.Invoke(numbers, 4, null, null)")]
    [InlineData("op.Invoke(numbers, 4, (F?)null, OfInts)")]
    [InlineData("op.Invoke(numbers, 4, default, 0, default)")]
    [InlineData("op.Invoke(numbers, 2, 4, default, 0, default)")]
    public async Task Overload_TakesDelegates_WithoutContextsAndDimensions(string call)
    {
        const string Signature = "[NativeSignature] public delegate int Op([Shape(nameof(n))] Span<int> numbers, int n, nuint size, "
            + "[CallScoped] NativeCallback<F> f, [UserData(nameof(f))] nint data, [CallScoped] NativeCallback<G> g);";

        await Verifier.Accepts(Callbacks + Signature, $$"""
            static class Uses
            {
                static int Use(NativeCallback<Op> op, Span<int> numbers) => {{call}};
                static int OfInts(in int a, in int b) => a + b;
            }
            """);
    }

    /// <summary><c>default</c> fits a callback and a delegate: with C# 13 the callback wins.</summary>
    [Fact]
    public Task Default_OfACallbackWithoutContext_IsNotAmbiguous() => Verifier.Accepts(
        Callbacks + "[NativeSignature] public delegate int Op([CallScoped] NativeCallback<G> g); [NativeSignature] public delegate int Two([Shape(nameof(n))] Span<int> x, int n, [CallScoped] NativeCallback<G> g);",
        "static class Uses { static int Use(NativeCallback<Op> op, NativeCallback<Two> two) => op.Invoke(default) + op.Invoke(null) + two.Invoke(default, default) + two.Invoke(default, 0, default); }");

    [Fact]
    public async Task Overload_CompilesWithoutWarnings_UnderAnyTarget()
    {
        const string Names = """
            #pragma warning disable CS1591
            using System;
            using NativeCallbacks;

            [assembly: NativeSignature(typeof(Func<double, double>))]

            namespace @event
            {
                public static class Outer
                {
                    [NativeSignature] public delegate void @class([UserData] nint @return);
                    [NativeSignature] public unsafe delegate int Pointer([UserData] void* data, int x);
                }

                [NativeSignature] public unsafe delegate int @operator(
                    [CallScoped] NativeCallback<Outer.@class> @callback, [UserData(nameof(@callback))] nint @in, [CallScoped] NativeCallback<Outer.Pointer> pointer, [UserData(nameof(pointer))] void* @out,
                    string? text, ref int x);
                [NativeSignature] internal delegate double Foreign([CallScoped] NativeCallback<Func<double, double>> f, double x = 3);
            }
            """;
        foreach (var consumer in new[] { Consumer.NetStandard, Consumer.Net8, Consumer.Net10, Consumer.Net10 with { ChecksOverflow = true } })
        {
            await Verifier.EmitsWithoutWarnings(consumer, Names);
        }
    }

    private const string NoContext = "its signature has a context argument, and no parameter of 'Op' is the context of only 'f': "
        + "add [UserData(nameof(f))] to that parameter; several callbacks with one context need a CallbackState<T>";
}
