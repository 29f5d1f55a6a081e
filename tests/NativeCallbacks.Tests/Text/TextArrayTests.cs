using System;
using System.Linq;
using System.Text;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Text;

/// <summary>Spans of strings: pointers to null-terminated UTF-8, with a null pointer behind the last.</summary>
public class TextArrayTests
{
    public static TheoryData<string[]> Arrays => new(
    [
        [],
        [""],
        ["a"],
        ["żółw", "", "🐢"],
        Enumerable.Repeat("x", 62).ToArray(),
        Enumerable.Repeat("", 63).ToArray(), // the pointers alone fill the stack
        Enumerable.Repeat("", 64).ToArray(),
        Enumerable.Range(0, 500).Select(static i => new string('ö', i)).ToArray(),
        [new string('é', 70_000), "b"],
        ["b", new string('€', 65_536)],
    ]);

    [Theory]
    [MemberData(nameof(Arrays))]
    public void Invoke_WithTexts_PassesEachAndANullPointerBehindThem(string[] texts)
    {
        var expected = texts.Select(static (text, index) => Weight(text) * (index + 1)).Sum();

        Shim.Get<TextsWeight>("text_weigh_all").Invoke(texts, texts.Length).Should().Be(expected);
        Shim.Get<TextsWeight>("text_weigh_all").Invoke(texts).Should().Be(expected);
        Shim.Get<TextsWeightToNull>("text_weigh_to_null").Invoke(texts).Should().Be(expected);
    }

    [Fact]
    public void Invoke_WithNoTexts_PassesNullOnlyWhereTheyAreOptional()
    {
        Shim.Get<TextsAddress>("text_array_address").Invoke([]).Should().Be((nuint)0);
        Shim.Get<UncheckedTextsAddress>("text_array_address").Invoke([]).Should().NotBe((nuint)0);
        Shim.Get<TextsAddress>("text_array_address").Invoke(["a"]).Should().NotBe((nuint)0);
    }

    [Fact]
    public void Invoke_WithFewerTextsThanTheShapeNeeds_ThrowsBeforeTheCall()
    {
        var weigh = () => Shim.Get<TextsWeight>("text_weigh_all").Invoke(["a", "b"], 3);

        weigh.Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(
            Messages.Naming("texts", "texts has 2 elements, but its shape (count: 3) needs 3."));
    }

    [Fact]
    public void Invoke_WithATextThatNativeCodeWouldNotSeeWhole_ThrowsBeforeTheCall()
    {
        foreach (var before in new[] { "a", new string('x', 1000) })
        {
            ShouldRefuse([before, null!, "c"], "texts[1] is null, where native code would see the end of the array. Remove it, or declare ReadOnlySpan<Utf8Pointer>.");
            ShouldRefuse([before, "b\0", "c"], "texts[1] has a NUL at index 1, where native code would see the end of the string. Remove it.");
            ShouldRefuse([before, "b", "cd\uD83D"], "texts[2] has an unpaired surrogate at index 2, which UTF-8 cannot encode. Pass a string that is valid UTF-16.");
        }
    }

    private static void ShouldRefuse(string[] texts, string message)
    {
        var (exception, entered) = Touching.Observe(() => Touching.Function<TextsTouch>().Invoke(texts));

        exception.Should().BeOfType<ArgumentException>().Which.Message.Should().Be(Messages.Naming("texts", message));
        entered.Should().BeFalse();
    }

    internal static long Weight(string text) => Encoding.UTF8.GetBytes(text).Select(static (value, index) => (long)value * (index + 1)).Sum();
}
