using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0008: status codes that cannot fail.</summary>
public class StatusCodeTests
{
    [Theory]
    [InlineData("void", "the result is 'void', not an integer: declare the integer that the library returns")]
    [InlineData("double", "the result is 'double', not an integer: declare the integer that the library returns")]
    [InlineData("string", "the result is 'string', a pointer: use StatusConvention.NonNullIsSuccess")]
    [InlineData("Utf8Pointer", "the result is 'Utf8Pointer', a pointer: use StatusConvention.NonNullIsSuccess")]
    [InlineData("Guid", "the result is 'Guid', not an integer: declare the integer that the library returns")]
    public async Task StatusCode_OnANonInteger_IsRejectedAtTheAttribute(string type, string reason)
    {
        (await Verifier.Message(
            $"[NativeSignature] [return: [|NCB0008:StatusCode|]] public delegate {type} Op();",
            "static class Uses { static void Call(NativeCallback<Op> op) { op.Invoke(); op.ToDelegate(); op.AsPointer(); } }"))
            .Should().Be("[StatusCode] cannot distinguish failures because " + reason);
    }

    [Theory]
    [InlineData("byte")]
    [InlineData("uint")]
    [InlineData("nuint")]
    [InlineData("CULong")]
    [InlineData("Unsigned")]
    public async Task NegativeIsFailure_OnAnUnsignedResult_IsRejectedAtTheAttribute(string type)
    {
        (await Verifier.Message(
            $"[NativeSignature] [return: [|NCB0008:StatusCode(StatusConvention.NonNegativeIsSuccess)|]] public delegate {type} Op(); public enum Unsigned : uint {{ A }}"))
            .Should().Be($"[StatusCode] cannot distinguish failures because '{type}' is never negative, so no code would be a failure: use a signed type, or another StatusConvention");
    }

    [Theory]
    [InlineData("int", "'int', not a pointer: use NonZeroIsSuccess")]
    [InlineData("nuint", "'nuint', not a pointer: use NonZeroIsSuccess")]
    [InlineData("CLong", "'CLong', not a pointer: use NonZeroIsSuccess")]
    [InlineData("double", "'double', not a pointer: declare the pointer that the library returns")]
    [InlineData("void", "'void', not a pointer: declare the pointer that the library returns")]
    public async Task NullIsFailure_OnANonPointer_IsRejectedAtTheAttribute(string type, string reason)
    {
        (await Verifier.Message($"[NativeSignature] [return: [|NCB0008:StatusCode(StatusConvention.NonNullIsSuccess)|]] public delegate {type} Op();"))
            .Should().Be("[StatusCode] cannot distinguish failures because the result is " + reason);
    }

    [Theory]
    [InlineData("int", "ZeroIsSuccess")]
    [InlineData("ulong", "ZeroIsSuccess")]
    [InlineData("nint", "NonNegativeIsSuccess")]
    [InlineData("byte", "NonZeroIsSuccess")]
    [InlineData("ConsoleColor", "NonNegativeIsSuccess")]
    [InlineData("CLong", "NonNegativeIsSuccess")]
    [InlineData("CULong", "ZeroIsSuccess")]
    [InlineData("nint", "NonNullIsSuccess")]
    [InlineData("string", "NonNullIsSuccess")]
    [InlineData("Utf8Pointer", "NonNullIsSuccess")]
    [InlineData("NativeCallback<Action>", "NonNullIsSuccess")]
    [InlineData("Microsoft.Win32.SafeHandles.SafeFileHandle", "NonNullIsSuccess")]
    public Task StatusCode_OnAnInteger_IsAccepted(string type, string convention) => Verifier.Accepts(
        $"[NativeSignature] [return: StatusCode(StatusConvention.{convention})] public delegate {type} Op();",
        $"static class Uses {{ static {type} Call(NativeCallback<Op> op) => op.Invoke(); }}");
}
