using System;
using System.Linq;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Text;

/// <summary>Strings as UTF-16: pinned for the call, and not copied.</summary>
public class WideTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("żółw 🐢")]
    public void Invoke_WithText_PassesItsUnitsAndATerminator(string text) => ShouldPass(text);

    [Fact]
    public void Invoke_WithLongText_PassesAllOfIt() => ShouldPass(new string('ż', 100_000) + "e");

    [Fact]
    public void Invoke_WithNull_PassesNull()
    {
        Shim.Get<WideTextWeight>("text_wide_weigh").Invoke(null).Should().Be(-1);
        Shim.Get<WideTextAddress>("text_wide_address").Invoke(null).Should().Be((nuint)0);
    }

    [Fact]
    public unsafe void Invoke_WithText_PassesTheStringItself()
    {
        var text = new string('x', 5);

        fixed (char* characters = text)
        {
            Shim.Get<WideTextAddress>("text_wide_address").Invoke(text).Should().Be((nuint)characters);
        }
    }

    [Theory]
    [InlineData("\0", 0)]
    [InlineData("żółw\0\0", 4)]
    public void Invoke_WithEmbeddedNul_ThrowsBeforeTheCall(string text, int index)
    {
        var (exception, entered) = Touching.Observe(() => Touching.Function<WideTextTouch>().Invoke(text));

        exception.Should().BeOfType<ArgumentException>().Which.Message.Should().Be(Messages.Naming(
            "text", $"text has a NUL at index {index}, where native code would see the end of the string. Remove it, or pass a span of ushort."));
        entered.Should().BeFalse();
    }

    [Fact]
    public void Invoke_WithANulAmongLetters_ThrowsBeforeTheCall()
    {
        var touch = Touching.Function<WideTextTouch>();
        foreach (var (text, index) in TextTests.Among('\0'))
        {
            FluentActions.Invoking(() => touch.Invoke(text)).Should().ThrowExactly<ArgumentException>().Which.Message.Should().Contain($"text has a NUL at index {index},");
        }
    }

    [Fact]
    public void Invoke_WithAUnitWhoseLowByteIsZero_PassesIt()
    {
        foreach (var (text, _) in TextTests.Among('\u0100'))
        {
            ShouldPass(text);
        }
    }

    /// <summary>In these texts, ^ is half a surrogate pair, which attributes cannot hold.</summary>
    [Theory]
    [InlineData(0, null, 5)]
    [InlineData(1, "", 6)]
    [InlineData(2, "ż🐢", 7)]
    [InlineData(3, "ab^c", 8)]
    public void Handler_WithText_GetsACopy(int which, string? expected, long result)
    {
        string? seen = "nothing";
        using var handler = new TakesWideText(text =>
        {
            seen = text;
            return result;
        }).ToManagedCallback();

        Shim.Get<CallWithWideText>("text_wide_call").Invoke(handler.Callback, which).Should().Be(result);

        seen.Should().Be(expected?.Replace('^', '\uD83D'));
    }

    private static void ShouldPass(string text) => Shim.Get<WideTextWeight>("text_wide_weigh").Invoke(text)
        .Should().Be(text.Select(static (unit, index) => (long)unit * (index + 1)).Sum());
}
