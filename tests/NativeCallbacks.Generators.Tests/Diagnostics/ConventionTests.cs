using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0009, NCB0010 and NCB0011: how a call is made, and what the target framework can do.</summary>
public class ConventionTests
{
    private const string Uses = "static class Uses { static void Call(NativeCallback<Op> op) { op.Invoke(1); op.ToDelegate(); op.AsPointer(); } }";

    [Theory]
    [InlineData("CallingConvention.FastCall", "FastCall")]
    [InlineData("(CallingConvention)99", "99")]
    public async Task Convention_ThatTheRuntimeCannotCall_IsRejected(string convention, string name)
    {
        (await Verifier.Message($"[NativeSignature(CallingConvention = {convention})] public delegate void [|NCB0009:Op|](int x);", Uses))
            .Should().Be($"The calling convention of 'Op' is {name}, which the runtime cannot call: use Cdecl, StdCall, ThisCall or Winapi");
    }

    [Fact]
    public async Task Conventions_ThatDiffer_AreRejected()
    {
        (await Verifier.Message(
            "[UnmanagedFunctionPointer(CallingConvention.Cdecl)] [NativeSignature(CallingConvention = CallingConvention.StdCall)] public delegate void [|NCB0009:Op|](int x);",
            Uses)).Should().Be("The calling convention of 'Op' is StdCall in [NativeSignature] and Cdecl in [UnmanagedFunctionPointer]: specify it in one place");
    }

    [Theory]
    [InlineData("", "there is no parameter")]
    [InlineData("double x", "'x' is 'double'")]
    [InlineData("float x, nint self", "'x' is 'float'")]
    [InlineData("Pair x", "'x' is 'Pair'")]
    [InlineData("CLong x", "'x' is 'CLong'")]
    [InlineData("long x", "'x' is 'long', which is wider than an address on 32-bit platforms")]
    [InlineData("ulong x", "'x' is 'ulong', which is wider than an address on 32-bit platforms")]
    [InlineData("Wide x", "'x' is 'Wide', which is wider than an address on 32-bit platforms")]
    [InlineData("long x, [Shape(nameof(x))] Span<int> y", "'x' is 'long', which is wider than an address on 32-bit platforms")]
    public async Task ThisCall_WithoutAnObjectFirst_IsRejected(string parameters, string fact)
    {
        (await Verifier.Message(
            $"[NativeSignature(CallingConvention = CallingConvention.ThisCall)] public delegate void [|NCB0009:Op|]({parameters}); public struct Pair {{ public nint A; }} public enum Wide : long {{ A }}"))
            .Should().Be($"The calling convention of 'Op' is ThisCall, whose first argument is the address of an object, but {fact}: declare 'nint self' as the first parameter, or use Cdecl");
    }

    [Theory]
    [InlineData("nint self, double x")]
    [InlineData("byte x")]
    [InlineData("DayOfWeek x")]
    [InlineData("uint x")]
    [InlineData("nuint x")]
    [InlineData("in long x")]
    [InlineData("in Guid x")]
    [InlineData("out double x")]
    [InlineData("string x")]
    [InlineData("[MarshalAs(UnmanagedType.U1)] bool x")]
    [InlineData("[Shape(2)] Span<double> x")]
    [InlineData("NativeCallback<Action> x")]
    public Task ThisCall_WithAnIntegerOrAPointerFirst_IsAccepted(string parameters) =>
        Verifier.Accepts($"[NativeSignature(CallingConvention = CallingConvention.ThisCall)] public delegate void Op({parameters});");

    [Theory]
    [InlineData("", "", "[Cdecl]")]
    [InlineData("(CallingConvention = CallingConvention.StdCall)", "", "[Stdcall]")]
    [InlineData("(CallingConvention = CallingConvention.ThisCall)", "", "[Thiscall]")]
    [InlineData("(CallingConvention = CallingConvention.Winapi)", "", "")]
    [InlineData("(SuppressGCTransition = true)", "", "[Cdecl, SuppressGCTransition]")]
    [InlineData("(CallingConvention = CallingConvention.Winapi, SuppressGCTransition = true)", "", "[SuppressGCTransition]")]
    [InlineData("", "[UnmanagedFunctionPointer(CallingConvention.StdCall)]", "[Stdcall]")]
    [InlineData("(CallingConvention = CallingConvention.StdCall)", "[UnmanagedFunctionPointer(CallingConvention.StdCall)]", "[Stdcall]")]
    public Task Convention_ThatIsKnown_IsThatOfThePointer(string options, string attribute, string unmanaged) => Verifier.Accepts(
        $"{attribute} [NativeSignature{options}] public delegate void Op(int x);",
        $"static unsafe class Uses {{ static delegate* unmanaged{unmanaged}<int, void> Call(NativeCallback<Op> op) => op.AsPointer(); }}");

    [Theory]
    [InlineData("NativeCallback<Action>")]
    [InlineData("in NativeCallback<Action>")]
    [InlineData("[Shape(2)] Span<NativeCallback<Action>>")]
    [InlineData("Holder")]
    public async Task CallWithoutTransition_ThatTakesACallback_IsRejectedAtTheParameter(string type)
    {
        (await Verifier.Message(
            $"[NativeSignature(SuppressGCTransition = true)] public delegate void Op(int x, {type} [|NCB0010:f|]);" +
            "public struct Holder { public int X; public Inner Inner; } public struct Inner { public NativeCallback<Action> F; }"))
            .Should().Be("'Op' suppresses the GC transition, but takes the callback 'f', and a call back into .NET would crash the process: remove SuppressGCTransition");
    }

    [Fact]
    public Task CallWithoutTransition_ThatReturnsACallback_IsAccepted() =>
        Verifier.Accepts("[NativeSignature(SuppressGCTransition = true)] public delegate NativeCallback<Action> Op(int x);");

    [Theory]
    [InlineData("SuppressGCTransition = true", "SuppressGCTransition", "target net5.0 or later, or remove it")]
    [InlineData("SetLastError = true", "SetLastError", "target net6.0 or later, or remove it")]
    [InlineData("CallingConvention = CallingConvention.Winapi", "CallingConvention.Winapi", "specify Cdecl or StdCall")]
    public async Task Option_OnNetStandard_IsRejected(string option, string name, string remedy)
    {
        (await Verifier.Message($"[NativeSignature({option})] public delegate void [|NCB0011:Op|](int x);", Uses, Consumer.NetStandard))
            .Should().Be($"'Op' requires {name}, which this target framework does not support: {remedy}");
    }

    [Fact]
    public Task SetLastErrorOfUnmanagedFunctionPointer_OnNetStandard_IsRejected() => Verifier.Reports(
        "[UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)] [NativeSignature] public delegate void [|NCB0011:Op|](int x);",
        Uses,
        Consumer.NetStandard);

    [Fact]
    public Task Options_OnNet8_AreAccepted() => Verifier.Accepts(
        "[NativeSignature(SuppressGCTransition = true, SetLastError = true, CallingConvention = CallingConvention.Winapi)] public delegate void Op(int x);",
        consumer: Consumer.Net8);
}
