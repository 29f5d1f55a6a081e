using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Spans;

/// <summary>One span and its element count, for every integer type that can count.</summary>
public class CountTests
{
    private static readonly double[] Values = [1.5, -2, 3.25, -4, 5];

    /// <summary>The calls by type: with a count, and with the count that the span tells.</summary>
    private static readonly Dictionary<string, (Func<double[], int, double> Counted, Func<double[], double> Told)> Calls = new()
    {
        ["sbyte"] = (
            static (values, n) => Shim.Get<CountedBySByte>("buffer_counted_by_int8").Invoke(values, (sbyte)n),
            static values => Shim.Get<CountedBySByte>("buffer_counted_by_int8").Invoke(values)),
        ["byte"] = (
            static (values, n) => Shim.Get<CountedByByte>("buffer_counted_by_uint8").Invoke(values, (byte)n),
            static values => Shim.Get<CountedByByte>("buffer_counted_by_uint8").Invoke(values)),
        ["short"] = (
            static (values, n) => Shim.Get<CountedByShort>("buffer_counted_by_int16").Invoke(values, (short)n),
            static values => Shim.Get<CountedByShort>("buffer_counted_by_int16").Invoke(values)),
        ["ushort"] = (
            static (values, n) => Shim.Get<CountedByUShort>("buffer_counted_by_uint16").Invoke(values, (ushort)n),
            static values => Shim.Get<CountedByUShort>("buffer_counted_by_uint16").Invoke(values)),
        ["int"] = (
            static (values, n) => Shim.Get<CountedByInt>("buffer_counted_by_int32").Invoke(values, n),
            static values => Shim.Get<CountedByInt>("buffer_counted_by_int32").Invoke(values)),
        ["uint"] = (
            static (values, n) => Shim.Get<CountedByUInt>("buffer_counted_by_uint32").Invoke(values, (uint)n),
            static values => Shim.Get<CountedByUInt>("buffer_counted_by_uint32").Invoke(values)),
        ["long"] = (
            static (values, n) => Shim.Get<CountedByLong>("buffer_counted_by_int64").Invoke(values, (long)n),
            static values => Shim.Get<CountedByLong>("buffer_counted_by_int64").Invoke(values)),
        ["ulong"] = (
            static (values, n) => Shim.Get<CountedByULong>("buffer_counted_by_uint64").Invoke(values, (ulong)n),
            static values => Shim.Get<CountedByULong>("buffer_counted_by_uint64").Invoke(values)),
        ["nint"] = (
            static (values, n) => Shim.Get<CountedByNInt>("buffer_counted_by_intptr").Invoke(values, (nint)n),
            static values => Shim.Get<CountedByNInt>("buffer_counted_by_intptr").Invoke(values)),
        ["nuint"] = (
            static (values, n) => Shim.Get<CountedByNUInt>("buffer_counted_by_uintptr").Invoke(values, (nuint)n),
            static values => Shim.Get<CountedByNUInt>("buffer_counted_by_uintptr").Invoke(values)),
        ["in int"] = (
            static (values, n) => Shim.Get<CountedByInInt>("buffer_weigh_counted_in").Invoke(values, in n),
            static values => Shim.Get<CountedByInInt>("buffer_weigh_counted_in").Invoke(values)),
    };

    public static TheoryData<string> Types => new(Calls.Keys);

    public static TheoryData<string> SignedTypes => new("sbyte", "short", "int", "long", "nint", "in int");

    [Theory]
    [MemberData(nameof(Types))]
    public void Invoke_WithExactSpan_PassesSpanAndCount(string type)
    {
        Calls[type].Counted(Values, 5).Should().Be(1.5 - 4 + 9.75 - 16 + 25);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Invoke_WithLongerSpan_ShowsItsBeginning(string type)
    {
        Calls[type].Counted(Values, 3).Should().Be(1.5 - 4 + 9.75);
        Calls[type].Counted(Values, 0).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Invoke_WithoutTheCount_PassesTheLength(string type)
    {
        Calls[type].Told(Values).Should().Be(1.5 - 4 + 9.75 - 16 + 25);
        Calls[type].Told([]).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Invoke_WithShorterSpan_NamesLengthAndNeed(string type)
    {
        var call = () => Calls[type].Counted(Values, 6);

        call.Should().ThrowExactly<ArgumentException>().Which.Message.Should()
            .Be(Messages.Naming("values", "values has 5 elements, but its shape (n: 6) needs 6."));
    }

    [Theory]
    [MemberData(nameof(SignedTypes))]
    public void Invoke_WithNegativeCount_NamesTheCount(string type)
    {
        var call = () => Calls[type].Counted(Values, -3);

        call.Should().ThrowExactly<ArgumentOutOfRangeException>().Which.Message.Should().Be(
            Messages.Naming("n", -3, "The dimension n must not be negative."));
    }

    [Theory]
    [InlineData("sbyte", 127)]
    [InlineData("byte", 255)]
    [InlineData("short", 32767)]
    [InlineData("ushort", 65535)]
    public void Invoke_WithoutTheCount_RefusesALengthOverItsType(string type, int most)
    {
        var longest = Enumerable.Range(0, most).Select(static i => (i % 7) - 2.5).ToArray();
        var call = () => Calls[type].Told([.. longest, 1]);

        Calls[type].Told(longest).Should().Be(longest.Select(static (value, index) => value * (index + 1)).Sum());
        call.Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(
            Messages.Naming("values", $"values has {most + 1} elements, but its dimension n is of type {type}, at most {most}. Pass a shorter span."));
    }

    [Fact]
    public void Invoke_WithCountByReference_ReadsTheVariable()
    {
        var n = 3;

        Shim.Get<CountedByRefInt>("buffer_weigh_counted_in").Invoke(Values, ref n).Should().Be(1.5 - 4 + 9.75);
        n = 6;
        FluentActions.Invoking(() => Shim.Get<CountedByRefInt>("buffer_weigh_counted_in").Invoke(Values, ref n)).Should()
            .ThrowExactly<ArgumentException>().WithMessage("values has 5 elements, but its shape (n: 6) needs 6.*");
    }

    [Fact]
    public void Invoke_WithCountByReferenceAndALengthOverItsType_RefusesIt()
    {
        FluentActions.Invoking(() => Shim.Get<CountedByInShort>("mixed_touch").Invoke(new double[32768])).Should()
            .ThrowExactly<ArgumentException>().WithMessage("*n is of type short, at most 32767.*");
    }
}
