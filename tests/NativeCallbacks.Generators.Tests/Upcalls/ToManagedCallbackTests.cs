using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0019 for handlers: why a delegate has no <c>ToManagedCallback</c>.</summary>
public class ToManagedCallbackTests
{
    private const string Uses = "static class Uses { static void Use(Op op) { using var owner = op.[|NCB0019:ToManagedCallback|](); } }";

    [Fact]
    public async Task ToManagedCallback_OfAnUnmarkedDelegate_IsExplained() =>
        (await Verifier.Explains("public delegate void Op(int x); [NativeSignature] public delegate void Marked(int x);", Uses)).Should()
            .Be("'Op' has no 'ToManagedCallback' because 'Op' is not declared as a signature: add [NativeSignature] to the delegate");

    [Fact]
    public async Task ToManagedCallback_OfASpanWithUncheckedShape_IsExplained() =>
        (await Verifier.Explains("[NativeSignature] public delegate void Op([UncheckedShape] Span<double> values); [NativeSignature] public delegate void Marked(int x);", Uses)).Should()
            .Be("'Op' has no 'ToManagedCallback' because a handler could not know the length of 'values': add a [Shape] to it");

    [Fact]
    public async Task ToManagedCallback_WithoutTransition_IsExplained() =>
        (await Verifier.Explains("[NativeSignature(SuppressGCTransition = true)] public delegate void Op(int x); [NativeSignature] public delegate void Marked(int x);", Uses)).Should()
            .Be("'Op' has no 'ToManagedCallback' because its calls suppress the GC transition, so they must not run managed code: remove SuppressGCTransition");

    [Fact]
    public async Task ToManagedCallback_OfADelegateOfTheFramework_SaysWhereTheAttributeBelongs() =>
        (await Verifier.Explains(
            "[NativeSignature] public delegate void Marked(int x);",
            "static class Uses { static void Use(Action op) { using var owner = op.[|NCB0019:ToManagedCallback|](); } }")).Should()
            .Be("'Action' has no 'ToManagedCallback' because 'Action' is not declared as a signature: add [assembly: NativeSignature(typeof(Action))]");

    [Theory]
    [InlineData("<T>(T op) where T : Delegate", "'T' has no 'ToManagedCallback' because its signature is the type parameter 'T'")]
    [InlineData("<T>(T op) where T : MulticastDelegate", "'T' has no 'ToManagedCallback' because its signature is the type parameter 'T'")]
    [InlineData("<T, U>(U op) where T : Delegate where U : T", "'U' has no 'ToManagedCallback' because its signature is the type parameter 'U'")]
    [InlineData("(Delegate op)", "'Delegate' has no 'ToManagedCallback' because 'Delegate' does not say which delegate it is")]
    [InlineData("<T>(Func<T> op)", "'Func<T>' has no 'ToManagedCallback' because its signature 'Func<T>' has type parameters")]
    public async Task ToManagedCallback_OfADelegateThatIsNotKnown_IsExplained(string head, string reason) =>
        (await Verifier.Explains(
            "[NativeSignature] public delegate void Marked(int x);",
            $"static class Uses {{ static void Use{head} {{ using var owner = op.[|NCB0019:ToManagedCallback|](); }} }}")).Should()
            .Be(reason + ": call it where the type of the delegate is known, and pass the managed callback");

    [Fact]
    public Task ToManagedCallback_OfATypeParameterThatIsNotADelegate_IsLeftToTheCompiler() => Verifier.Reports(
        "[NativeSignature] public delegate void Marked(int x);",
        "static class Uses { static void Use<T>(T op) where T : class { using var owner = [|CS1929:op|].ToManagedCallback(); } }");

    [Fact]
    public Task ToManagedCallback_OfARejectedSignature_LeavesItsDiagnosticAlone() => Verifier.Reports(
        "[NativeSignature] public delegate char [|NCB0001:Op|](int x);",
        "static class Uses { static void Use(Op op) { using var owner = op.ToManagedCallback(static e => { }); _ = owner.Callback; } }");

    [Fact]
    public Task ToManagedCallback_OfSomethingOtherThanADelegate_IsLeftToTheCompiler() => Verifier.Reports(
        "[NativeSignature] public delegate void Marked(int x);",
        "static class Uses { static void Use(string op) { using var owner = [|CS1929:op|].ToManagedCallback(); } }");

    [Theory]
    [InlineData("Cdecl")]
    [InlineData("StdCall")]
    [InlineData("ThisCall")]
    public async Task Upcalls_OfEachConvention_AreOfIt(string convention)
    {
        var text = await Verifier.EmitsWithoutWarnings(
            Consumer.Net10,
            $$"""
            #pragma warning disable CS1591
            using System.Runtime.InteropServices;
            using NativeCallbacks;
            [NativeSignature(CallingConvention = CallingConvention.{{convention}})] public delegate int Pool(int x);
            [NativeSignature(CallingConvention = CallingConvention.{{convention}})] public delegate int Table(int x, [UserData] nint user);
            """);

        text.Should().Contain($"[global::System.Runtime.InteropServices.UnmanagedFunctionPointer(global::System.Runtime.InteropServices.CallingConvention.{convention})]");
        text.Should().ContainEquivalentOf($"CallConvs = new[] {{ typeof(global::System.Runtime.CompilerServices.CallConv{convention}) }}");
    }

    [Fact]
    public async Task Context_OnNetStandard_IsNotTheIdentity()
    {
        const string Source = """
            #pragma warning disable CS1591
            using NativeCallbacks;
            [NativeSignature] public delegate int Table(int x, [UserData] nint user);
            """;

        (await Verifier.EmitsWithoutWarnings(Consumer.NetStandard, Source)).Should().Contain("UpcallPool").And.NotContain("UnmanagedCallersOnly");
        (await Verifier.EmitsWithoutWarnings(Consumer.Net8, Source)).Should().Contain("UpcallTable").And.NotContain("UpcallPool");
    }

    [Fact]
    public async Task Upcalls_OfEveryRow_CompileWithoutWarnings()
    {
        const string Source = """
            #pragma warning disable CS1591
            using System;
            using System.Numerics;
            using System.Runtime.InteropServices;
            using NativeCallbacks;

            [assembly: NativeSignature(typeof(Func<double, double>))]

            namespace Kitchen
            {
                public enum Level : short { Low = -3, None }
                public struct Table { public NativeCallback<Func<double, double>> F; public double Scale; }
                [NativeSignature] [return: FaultResult(double.NaN)] public delegate double Scalars(sbyte a, byte b, ulong c, nint d, float e, Level f, [UserData] nint user);
                [NativeSignature] [return: FaultResult(Level.Low)] public delegate Level Enums(Level a);
                [NativeSignature] [return: FaultResult(float.NegativeInfinity)] public delegate float Floats();
                [NativeSignature] [return: FaultResult(ulong.MaxValue)] public delegate ulong Large();
                [NativeSignature] [return: FaultResult(long.MinValue)] public delegate long Small();
                [NativeSignature] [return: FaultResult(int.MinValue)] public delegate int Least();
                [NativeSignature] [return: FaultResult(true)] [return: MarshalAs(UnmanagedType.U1)] public delegate bool Bools([MarshalAs(UnmanagedType.U1)] bool a, [MarshalAs(UnmanagedType.I4)] bool b);
                [NativeSignature] [return: StatusCode] public delegate byte Status();
                [NativeSignature] [return: StatusCode(StatusConvention.NonNegativeIsSuccess)] public delegate Level LevelStatus();
                [NativeSignature] [return: StatusCode(StatusConvention.NonZeroIsSuccess)] public delegate nuint Handle();
                [NativeSignature] public delegate Table Structs(Table a, Guid b, Complex c);
                [NativeSignature] public unsafe delegate void* Pointers(void* a, int** b, [UserData] void* user);
                [NativeSignature] public delegate void References(in Guid a, ref long b, out Table c, in NativeCallback<Func<double, double>> d);
                [NativeSignature] public delegate void Texts(string? a, [MarshalAs((UnmanagedType)48)] string? b);
                [NativeSignature] public delegate NativeCallback<Func<double, double>> Callbacks(NativeCallback<Func<double, double>> a);
                [NativeSignature] public delegate void Spans([Shape("m", "n", 3)] ReadOnlySpan<double> a, [Shape("m")] Span<Table> b, [Shape("n", Optional = true)] Span<int> c, [Shape(4)] Span<byte> d, int m, in nuint n);
                [NativeSignature] public delegate void Wide([Shape("m", "n", "k")] ReadOnlySpan<double> a, ulong m, long n, ref uint k);
                [NativeSignature] public delegate int Pairs(NativeCallback<Scalars> f, [UserData("f")] nint user, NativeCallback<Scalars> g, [UserData("g")] nint other);
                [NativeSignature] public delegate void Named(int handler, int onFault, [Shape("event")] Span<int> callback, int @event, [UserData] nint exception);
            }
            """;
        foreach (var consumer in new[] { Consumer.NetStandard, Consumer.NetStandard with { ChecksOverflow = true }, Consumer.Net8, Consumer.Net10, Consumer.Net10 with { ChecksOverflow = true } })
        {
            await Verifier.EmitsWithoutWarnings(consumer, Source);
        }
    }
}
