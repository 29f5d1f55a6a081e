using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0041: pointers to what is said to be a literal.</summary>
public class LiteralTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("new byte[] { 1, 0 }")]
    [InlineData("stackalloc byte[] { 1, 0 }")]
    [InlineData("true ? \"a\"u8 : text")]
    [InlineData("default")]
    public async Task Memory_ThatIsNotALiteral_IsRejected(string argument)
    {
        (await Verifier.Message($"static class Uses {{ static Utf8Pointer Make(ReadOnlySpan<byte> text) => Utf8Pointer.FromLiteral([|NCB0041:{argument}|]); }}"))
            .Should().Be("The argument of FromLiteral is not a UTF-8 literal, so its memory can move or be freed while the pointer is used: pass a literal like \"text\"u8, or declare the parameter as string");
    }

    [Theory]
    [InlineData("\"a\"u8")]
    [InlineData("(\"a\"u8)")]
    [InlineData("\"a\"u8 + \"b\"u8")]
    [InlineData("literal: \"\"u8")]
    public Task Literal_IsAccepted(string argument) => Verifier.Accepts(
        $"static class Uses {{ static Utf8Pointer Make() => Utf8Pointer.FromLiteral({argument}); }}");
}
