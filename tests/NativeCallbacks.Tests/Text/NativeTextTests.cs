using System.IO;

namespace NativeCallbacks.Tests.Text;

/// <summary>Text that native code returns or writes to an <c>out</c> parameter: copied, and never freed.</summary>
public class NativeTextTests
{
    private const string Both = "ż🐢";

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "")]
    [InlineData(2, Both)]
    [InlineData(4, "ok")]
    public void Invoke_ReturningText_CopiesIt(int which, string? expected)
    {
        Shim.Get<TextForth>("text_forth").Invoke(which).Should().Be(expected);
        Shim.Get<TextForth>("text_forth").Invoke(which).Should().Be(expected, "the native text is still there");
        Shim.Get<WideTextForth>("text_wide_forth").Invoke(which).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "")]
    [InlineData(2, Both)]
    [InlineData(-1, null)] // native code writes nothing
    public void Invoke_WritingText_CopiesIt(int which, string? expected)
    {
        Shim.Get<TextFind>("text_find").Invoke(which, 0, out var text).Should().Be(0);
        text.Should().Be(expected);
        Shim.Get<TextFindPlain>("text_find").Invoke(which, 5, out text).Should().Be(5);
        text.Should().Be(expected);
        Shim.Get<WideTextFind>("text_wide_find").Invoke(which, 0, out text).Should().Be(0);
        text.Should().Be(expected);
    }

    [Fact]
    public void ToDelegate_WithText_ReturnsAndWritesIt()
    {
        Shim.Get<TextForth>("text_forth").ToDelegate()(2).Should().Be(Both);
        Shim.Get<TextFind>("text_find").ToDelegate()(4, 0, out var text).Should().Be(0);
        text.Should().Be("ok");
    }

    [Fact]
    public void Invoke_WithText_ThatIsNotUtf8_Throws()
    {
        var result = () => Shim.Get<TextForth>("text_forth").Invoke(3);
        var output = () => Shim.Get<TextFind>("text_find").Invoke(3, 0, out _);

        result.Should().ThrowExactly<InvalidDataException>().WithMessage(
            "The result of the native TextForth has bytes that are not UTF-8 at index 2. Declare it as Utf8Pointer to read another encoding.");
        output.Should().ThrowExactly<InvalidDataException>().WithMessage(
            "The text of the native TextFind has bytes that are not UTF-8 at index 2. Declare it as Utf8Pointer to read another encoding.");
    }

    /// <summary>.NET strings can have half a pair, as names of files on Windows can.</summary>
    [Fact]
    public void Invoke_WithWideText_ThatHasHalfASurrogatePair_CopiesIt()
    {
        Shim.Get<WideTextForth>("text_wide_forth").Invoke(3).Should().Be("ab\uD83Dc");
        Shim.Get<WideTextWeight>("text_wide_weigh").Invoke("ab\uD83Dc").Should().Be('a' + (2 * 'b') + (3 * 0xD83D) + (4 * 'c'));
    }

    /// <summary>The status comes first: what native code wrote beside a failure may be no text at all.</summary>
    [Fact]
    public void Invoke_WithAFailingStatus_ThrowsIt_AndReadsNoText()
    {
        var find = () => Shim.Get<TextFind>("text_find").Invoke(3, 7, out _);

        find.Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(7);
    }

    [Fact]
    public void Invoke_ReturningNull_WhereThatIsAFailure_Throws()
    {
        var text = () => Shim.Get<TextForthOrThrow>("text_forth").Invoke(0);
        var pointer = () => Shim.Get<PointerForthOrThrow>("text_forth").Invoke(0);

        text.Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(0);
        pointer.Should().ThrowExactly<NativeStatusException>().WithMessage(
            "The native PointerForthOrThrow returned a null pointer, which its signature declares as a failure. See the native library's documentation for how it reports the reason.");
        Shim.Get<TextForthOrThrow>("text_forth").Invoke(1).Should().Be("");
        Shim.Get<PointerForthOrThrow>("text_forth").Invoke(4).ToString().Should().Be("ok");
    }
}
