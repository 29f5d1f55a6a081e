using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0040, and what else is said of safe handles.</summary>
public class HandleTests
{
    private const string Declarations = """
        public abstract class AbstractHandle : SafeHandle { protected AbstractHandle() : base(0, true) { } }
        public class Base : SafeHandle { protected Base() : base(0, true) { } public override bool IsInvalid => true; protected override bool ReleaseHandle() => true; }
        public sealed class PrivateHandle : Base { private PrivateHandle() { } }
        public sealed class ValueHandle : Base { public ValueHandle(nint value) { } }
        public sealed class GoodHandle : Base { internal GoodHandle() { } }

        """;

    private const string NoConstructor = "has no constructor without parameters that generated code can call: add a public or internal one";

    [Theory]
    [InlineData("AbstractHandle", "is abstract: use a type derived from it")]
    [InlineData("SafeHandle", "is abstract: use a type derived from it")]
    [InlineData("PrivateHandle", NoConstructor)]
    [InlineData("ValueHandle", NoConstructor)]
    [InlineData("Base", NoConstructor)]
    public async Task Handle_ThatACallCannotMake_IsRejected(string type, string reason)
    {
        (await Verifier.Message(Declarations + $"[NativeSignature] public delegate {type} [|NCB0040:Op|]();", "static class Uses { static void Call(NativeCallback<Op> op) { op.Invoke(); op.ToDelegate(); } }"))
            .Should().Be($"The result is the safe handle '{type}', which {reason}");
        (await Verifier.Message(Declarations + $"[NativeSignature] public delegate int Op(out {type} [|NCB0040:x|]);", "static class Uses { static void Call(NativeCallback<Op> op) { op.Invoke(out var x); op.ToDelegate(); } }"))
            .Should().Be($"'x' is the safe handle '{type}', which {reason}");
    }

    [Theory]
    [InlineData("AbstractHandle")]
    [InlineData("SafeHandle")]
    [InlineData("PrivateHandle")]
    public Task Handle_ThatIsAnArgument_IsAccepted(string type) => Verifier.Accepts(
        Declarations + $"[NativeSignature] public delegate int Op({type} x);",
        $"static class Uses {{ static int Call(NativeCallback<Op> op, {type} x) => op.Invoke(x); static unsafe delegate* unmanaged[Cdecl]<nint, int> Point(NativeCallback<Op> op) => op.AsPointer(); }}");

    [Fact]
    public Task Handle_WithAnInternalConstructor_IsAccepted() => Verifier.Accepts(
        Declarations + "[NativeSignature] public delegate GoodHandle Op(out GoodHandle x);",
        "static class Uses { static GoodHandle Call(NativeCallback<Op> op) { var y = op.Invoke(out var x); return x.IsInvalid ? x : y; } }");

    [Theory]
    [InlineData("ref GoodHandle", "ref GoodHandle")]
    [InlineData("in GoodHandle", "in GoodHandle")]
    public async Task Handle_ByAnotherReference_IsRejected(string declared, string type)
    {
        (await Verifier.Message(Declarations + $"[NativeSignature] public delegate int Op({declared} [|NCB0001:x|]);"))
            .Should().Be($"'x' is '{type}', which is a managed object that owns a handle: take it by value or by 'out', or use nint");
    }

    [Fact]
    public async Task Handle_AsAResult_IsRejectedOnNetStandard()
    {
        (await Verifier.Message("[NativeSignature] public delegate Microsoft.Win32.SafeHandles.SafeFileHandle [|NCB0011:Op|]();", consumer: Consumer.NetStandard))
            .Should().Be("'Op' requires a safe handle as its result, which this target framework does not support: target net6.0 or later, or use nint");
        (await Verifier.Message("[NativeSignature] public delegate int Op(out Microsoft.Win32.SafeHandles.SafeFileHandle [|NCB0011:x|]);", consumer: Consumer.NetStandard))
            .Should().Be("'Op' requires the safe handle 'x' as an 'out' parameter, which this target framework does not support: target net6.0 or later, or use nint");
    }

    [Theory]
    [InlineData("GoodHandle Op()", "a handler would return a handle that its object still owns: return nint")]
    [InlineData("void Op(SafeHandle x)", "a handler would not own the handle 'x': declare it as nint")]
    [InlineData("int Op(out GoodHandle x)", "a handler would not own the handle 'x': declare it as nint")]
    [InlineData("string Op()", "nobody would own the text that a handler returns: return Utf8Pointer")]
    [InlineData("void Op(out string x)", "nobody would own the text that a handler writes to 'x': declare it as Utf8Pointer")]
    [InlineData("void Op([Shape(1)] ReadOnlySpan<string> x)", "a handler would get a copy of all strings of 'x' at each call: declare it as ReadOnlySpan<Utf8Pointer>")]
    public async Task Signature_ThatOnlyCallsHave_HasNoHandlers(string declaration, string reason)
    {
        (await Verifier.Explains(
            Declarations + $"[NativeSignature] public delegate {declaration};",
            "static class Uses { static void Expose(Op op) { op.[|NCB0019:ToManagedCallback|](); } }"))
            .Should().Be($"'Op' has no 'ToManagedCallback' because {reason}");
    }
}
