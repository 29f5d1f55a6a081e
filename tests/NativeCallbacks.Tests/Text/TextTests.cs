using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Text;

/// <summary>Strings, as null-terminated UTF-8 that is valid for the call.</summary>
public class TextTests
{
    public static TheoryData<string> Texts => new(
    [
        "",
        "a",
        "plain ASCII",
        "żółw, naïve, Ωmega",
        "日本語",
        "🐢 and 👩‍👩‍👧",
        "\uFEFFa byte order mark is a character",
        "\u0001\u007F\u0080\u07FF\u0800\uFFFF",
        .. Boundaries("a"),
        .. Boundaries("é"),
        .. Boundaries("€"),
        .. Boundaries("😀"),
        new string('€', 65_536), // the longest that is not counted
        new string('€', 65_537),
        new string('x', 100_000) + "é",
        "é" + string.Concat(Enumerable.Repeat("😀", 50_000)),
    ]);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Invoke_WithText_PassesItsUtf8AndATerminator(string text)
    {
        var expected = Encoding.UTF8.GetBytes(text);
        var seen = new byte[expected.Length + 8];

        Shim.Get<TextLength>("text_length").Invoke(text).Should().Be(expected.Length);
        Shim.Get<TextCopy>("text_copy").Invoke(text, seen).Should().Be(expected.Length);

        seen.AsSpan(0, expected.Length).SequenceEqual(expected).Should().BeTrue();
        Shim.Get<TextWeight>("text_weigh").Invoke(text).Should().Be(Weight(text));
        Shim.Get<TextLast>("text_last").Invoke(text, out var length).Should().Be(expected.LastOrDefault());
        length.Should().Be(expected.Length);
    }

    [Fact]
    public void Invoke_WithNull_PassesNull()
    {
        Shim.Get<TextLength>("text_length").Invoke(null).Should().Be(-1);
        Shim.Get<TextAddress>("text_address").Invoke(null).Should().Be((nuint)0);
    }

    [Fact]
    public void Invoke_WithEmptyText_PassesATerminatorAndNotNull()
    {
        Shim.Get<TextAddress>("text_address").Invoke("").Should().NotBe((nuint)0);
        Shim.Get<TextLength>("text_length").Invoke("").Should().Be(0);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(3, 1000)]
    [InlineData(1000, 3)]
    [InlineData(1000, 2000)]
    public void Invoke_WithTwoTexts_PassesEachInItsPlace(int firstLength, int secondLength)
    {
        var (first, second) = (new string('ż', firstLength), new string('w', secondLength));

        Shim.Get<TextPair>("text_pair").Invoke(first, -9, second).Should().Be(Weight(first) - 18 - (3 * Weight(second)));
        Shim.Get<TextPair>("text_pair").Invoke(first, -9, null).Should().Be(Weight(first) - 18 + 3);
    }

    [Theory]
    [InlineData("\0", 0)]
    [InlineData("a\0b", 1)]
    [InlineData("end\0", 3)]
    [InlineData("żółw\0\0", 4)]
    public void Invoke_WithEmbeddedNul_ThrowsBeforeTheCall(string text, int index)
    {
        ShouldRefuseEachArgument(text, name => Message(name, index));
        ShouldRefuseEachArgument(new string('x', 300) + text, name => Message(name, 300 + index)); // too long for the stack

        static string Message(string name, int index) =>
            Messages.Naming(name, $"{name} has a NUL at index {index}, where native code would see the end of the string. Remove it, or pass a span of bytes.");
    }

    /// <summary>In these texts, which attributes could not hold otherwise, ^ is the first half of a pair and v the second.</summary>
    [Theory]
    [InlineData("^", 0)]
    [InlineData("v", 0)]
    [InlineData("ab^c", 2)]
    [InlineData("abvc", 2)]
    [InlineData("ab^", 2)]
    [InlineData("a^v^^v", 3)]
    [InlineData("v^", 0)]
    public void Invoke_WithHalfASurrogatePair_ThrowsBeforeTheCall(string halves, int index)
    {
        var text = halves.Replace('^', '\uD83D').Replace('v', '\uDE00');
        ShouldRefuseEachArgument(text, name => Message(name, index));

        foreach (var length in new[] { 300, 70_000 }) // too long for the stack; so long that it is counted
        {
            ShouldRefuseEachArgument(new string('€', length) + text, name => Message(name, length + index));
        }

        static string Message(string name, int index) =>
            Messages.Naming(name, $"{name} has an unpaired surrogate at index {index}, which UTF-8 cannot encode. Pass a string that is valid UTF-16.");
    }

    /// <summary>Short texts are read in vectors: one unit among letters, at each place of texts that end at each place of a vector.</summary>
    [Theory]
    [InlineData('\u0001')]
    [InlineData('\u007F')]
    [InlineData('\u0080')]
    [InlineData('\u0100')] // its low byte is 0
    [InlineData('\u07FF')]
    [InlineData('\u0800')]
    [InlineData('\uD7FF')]
    [InlineData('\uE000')]
    [InlineData('\uFF00')]
    [InlineData('\uFFFF')]
    public void Invoke_WithOneUnitAmongLetters_PassesItsUtf8(char unit)
    {
        var weigh = Shim.Get<TextWeight>("text_weigh");
        foreach (var (text, _) in Among(unit))
        {
            weigh.Invoke(text).Should().Be(Weight(text));
        }
    }

    [Theory]
    [InlineData(0, "a NUL")]
    [InlineData(0xD800, "an unpaired surrogate")] // attributes cannot hold it as a char
    [InlineData(0xDFFF, "an unpaired surrogate")]
    public void Invoke_WithOneInvalidUnitAmongLetters_ThrowsBeforeTheCall(int unit, string name)
    {
        var touch = Shim.Get<TextTouch>("mixed_touch");
        foreach (var (text, index) in Among((char)unit))
        {
            FluentActions.Invoking(() => touch.Invoke(text, "fine")).Should().ThrowExactly<ArgumentException>().Which.Message.Should().Contain($"first has {name} at index {index},");
        }
    }

    /// <summary>A unit at each index of texts of other letters.</summary>
    internal static IEnumerable<(string Text, int Index)> Among(char unit)
    {
#if NET
        var lengths = Enumerable.Range(1, 66).Concat([84, 85, 86, 254, 255, 256]);
#else
        // One method transcodes text of any length there, without vectors.
        var lengths = new[] { 1, 7, 86 };
#endif
        return lengths.SelectMany(length => Enumerable.Range(0, length).Select(index =>
            (string.Concat(Enumerable.Range(0, length).Select(i => i == index ? unit : (char)('a' + (i % 26)))), index)));
    }

    private static void ShouldRefuseEachArgument(string text, Func<string, string> message)
    {
        var touch = Shim.Get<TextTouch>("mixed_touch");
        var touched = Shim.Get<Scalars.NoArguments>("mixed_touched");
        var before = touched.Invoke();

        FluentActions.Invoking(() => touch.Invoke(text, "fine")).Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(message("first"));
        FluentActions.Invoking(() => touch.Invoke("fine", text)).Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(message("second"));
        FluentActions.Invoking(() => touch.Invoke(new string('x', 400), text)).Should().ThrowExactly<ArgumentException>().WithParameterName("second");

        touched.Invoke().Should().Be(before);
        touch.Invoke("fine", "fine");
        touched.Invoke().Should().Be(before + 1);
    }

    /// <summary>Texts that end just before, at and after the sizes at which the buffer changes.</summary>
    private static string[] Boundaries(string character)
    {
        var width = Encoding.UTF8.GetByteCount(character);
        int[] sizes = [83, 84, 85, 252, 253, 254, 255, 256, 257, 512];
        return [.. sizes.Select(size => new string('a', size % width) + string.Concat(Enumerable.Repeat(character, size / width)))];
    }

    private static long Weight(string text) => Encoding.UTF8.GetBytes(text).Select(static (value, index) => (long)value * (index + 1)).Sum();
}
