using System;
using System.Linq;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Spans;

/// <summary>Shapes that count bytes, and dimensions that are C's <c>long</c>.</summary>
public class ByteTests
{
    private static readonly int[] Ints = [0x01020304, -5, 70000, 8];
    private static readonly double[] Doubles = [1.5, -2, 1e300];

    [Fact]
    public void Invoke_WithAsManyBytesAsTheShapeNeeds_PassesThem()
    {
        Shim.Get<WeighInts>("bytes_weigh").Invoke(Ints, 4, sizeof(int)).Should().Be(Weight(Ints));
        Shim.Get<WeighInts>("bytes_weigh").Invoke(Ints, 3, 5).Should().Be(Weight(Ints, 15), "15 bytes are in 4 elements");
        Shim.Get<WeighIntsBySizes>("bytes_weigh_sizes").Invoke(Ints, 2, 8).Should().Be(Weight(Ints));
        Shim.Get<WeighDoublesByShort>("bytes_weigh_short").Invoke(Doubles, 23).Should().Be(Weight(Doubles, 23));
        Shim.Get<WeighDoublesByLong>("bytes_weigh_long").Invoke(Doubles, new CLong(17)).Should().Be(Weight(Doubles, 17));
    }

    [Fact]
    public void Invoke_WithoutTheBytes_PassesAllOfTheSpan()
    {
        var output = new int[2];

        Shim.Get<WeighDoublesByShort>("bytes_weigh_short").Invoke(Doubles).Should().Be(Weight(Doubles));
        Shim.Get<WeighDoublesByLong>("bytes_weigh_long").Invoke(Doubles).Should().Be(Weight(Doubles));
        Shim.Get<ReverseBytes>("bytes_reverse").Invoke(output, [1, 2, 3, 4]);
        output.Should().Equal(0x03000400, 0x01000200);
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(5, 4)]
    [InlineData(17, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Invoke_WithFewerBytesThanTheShapeNeeds_ThrowsBeforeTheCall(int count, int size)
    {
        var needed = (long)count * size;
        var weigh = () => Shim.Get<WeighInts>("bytes_weigh").Invoke(Ints, count, size);

        weigh.Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(Messages.Naming(
            "values", $"values has 4 elements of 4 bytes, which are 16 bytes, but its shape (count: {count}, size: {size}) needs {needed} bytes."));
    }

    [Theory]
    [InlineData(1, ulong.MaxValue)]
    [InlineData(1L << 32, 1UL << 32)] // 2⁶⁴ is 0 where it wraps
    [InlineData(3, 0x5555555555555556)] // 2⁶⁴ + 2
    [InlineData(long.MaxValue, 2)]
    [InlineData(17, 1)]
    public void Invoke_WithProductsThatWouldWrap_ThrowsBeforeTheCall(long a, ulong b)
    {
        var (exception, entered) = Touching.Observe(() => Touching.Function<TouchBytes>().Invoke(Ints, a, b));

        exception.Should().BeOfType<ArgumentException>().Which.Message.Should().Contain($"its shape (a: {a}, b: {b}) needs ");
        entered.Should().BeFalse();
    }

    [Fact]
    public void Invoke_WithZeroFactors_NeedsNoBytes()
    {
        ShouldRun(() => Touching.Function<TouchBytes>().Invoke([], 0, ulong.MaxValue));
        ShouldRun(() => Touching.Function<TouchBytes>().Invoke(Ints, 1L << 40, 0));
        ShouldRun(() => Touching.Function<TouchBytes>().Invoke(Ints, 16, 1));
    }

    [Fact]
    public void Invoke_WithNegativeBytes_ThrowsBeforeTheCall()
    {
        ShouldRefuse(() => Touching.Function<TouchBytesOfInt>().Invoke(Ints, -1));
        ShouldRefuse(() => Touching.Function<TouchBytes>().Invoke(Ints, -1, 0));
        FluentActions.Invoking(() => Shim.Get<WeighDoublesByLong>("bytes_weigh_long").Invoke(Doubles, new CLong(-1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("bytes");
    }

    [Fact]
    public void Invoke_WithAnOptionalSpan_AllowsNone()
    {
        Shim.Get<WeighOptional>("bytes_weigh").Invoke([], 0, 4).Should().Be(0);
        Touching.Observe(() => Touching.Function<WeighOptional>().Invoke([], 3, 4)).Exception.Should().BeNull();
        FluentActions.Invoking(() => Shim.Get<WeighOptional>("bytes_weigh").Invoke(Ints, 4, 5)).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public void Invoke_WithMoreBytesThanTheDimensionHolds_ThrowsBeforeTheCall()
    {
        var weigh = () => Shim.Get<WeighDoublesByShort>("bytes_weigh_short").Invoke(new double[8192]);

        weigh.Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(
            Messages.Naming("values", "values has 65536 bytes, but its dimension bytes is of type ushort, at most 65535. Pass a shorter span."));
    }

    [Fact]
    public void Invoke_WithSpansOfDifferentBytes_ThrowsBeforeTheCall()
    {
        var reverse = () => Shim.Get<ReverseBytes>("bytes_reverse").Invoke(new int[2], [1, 2, 3]);

        reverse.Should().ThrowExactly<ArgumentException>().Which.Message.Should().Be(Messages.Naming(
            "values", "bytes would be 6 by the length of values and 8 by that of output. Pass spans whose lengths agree, or pass bytes."));
    }

    [Fact]
    public void Invoke_WithACountThatIsALong_ChecksAndPassesIt()
    {
        var expected = 1.5 - (2 * 2.0);

        Shim.Get<CountedByCLong>("buffer_counted_by_long").Invoke(Doubles, new CLong(2)).Should().Be(expected);
        Shim.Get<CountedByCULong>("buffer_counted_by_ulong").Invoke(Doubles, new CULong(2)).Should().Be(expected);
        Shim.Get<CountedByCLong>("buffer_counted_by_long").Invoke([1.5, -2]).Should().Be(expected);
        Shim.Get<CountedByCULong>("buffer_counted_by_ulong").Invoke([1.5, -2]).Should().Be(expected);
        FluentActions.Invoking(() => Shim.Get<CountedByCLong>("buffer_counted_by_long").Invoke(Doubles, new CLong(4)))
            .Should().ThrowExactly<ArgumentException>().WithMessage("values has 3 elements, but its shape (n: 4) needs 4.*");
        FluentActions.Invoking(() => Shim.Get<CountedByCLong>("buffer_counted_by_long").Invoke(Doubles, new CLong(-1)))
            .Should().ThrowExactly<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Shim.Get<CountedByCULong>("buffer_counted_by_ulong").Invoke(Doubles, new CULong(4)))
            .Should().ThrowExactly<ArgumentException>();
    }

    [Theory]
    [InlineData(16, 4)]
    [InlineData(8, 2)]
    [InlineData(0, 0)]
    public unsafe void Handler_WithBytes_GetsTheElementsInThem(int bytes, int length)
    {
        var seen = new int[] { -1 };
        using var handler = new TakesBytes((values, n) =>
        {
            seen = values.ToArray();
            return (long)n + 100;
        }).ToManagedCallback();

        fixed (int* values = Ints)
        {
            Shim.Get<CallWithBytes>("bytes_call").Invoke(handler.Callback, (nint)values, (nuint)bytes).Should().Be(100 + bytes);
        }

        seen.Should().Equal(Ints.Take(length));
    }

    [Theory]
    [InlineData(15UL, "Native code passed values with the shape (bytes: 15): 15 bytes, which is not a multiple of the 4 bytes of an element.")]
    [InlineData(1UL << 33, "Native code passed values with the shape (bytes: 8589934592): 8589934592 bytes, more than a span of elements of 4 bytes can hold.")]
    public unsafe void Handler_WithBytesThatAreNoElements_IsNotRun(ulong bytes, string message)
    {
        using var handler = new TakesBytes(static (_, _) => 1).ToManagedCallback();

        fixed (int* values = Ints)
        {
            var address = (nint)values;
            FluentActions.Invoking(() => Shim.Get<CallWithBytes>("bytes_call").Invoke(handler.Callback, address, (nuint)bytes))
                .Should().Throw<ArgumentException>().Which.Message.Should().StartWith(message);
        }
    }

    [Fact]
    public void Handler_WithBytesBehindNull_IsNotRun()
    {
        using var handler = new TakesBytes(static (_, _) => 1).ToManagedCallback();

        FluentActions.Invoking(() => Shim.Get<CallWithBytes>("bytes_call").Invoke(handler.Callback, 0, 4))
            .Should().ThrowExactly<ArgumentNullException>().WithMessage("Native code passed null for values with the shape (bytes: 4).*");
        Shim.Get<CallWithBytes>("bytes_call").Invoke(handler.Callback, 0, 0).Should().Be(1);
    }

    [Theory]
    [InlineData(2, 6, 3, null)]
    [InlineData(1, 6, -1, "*6 bytes, which is not a multiple*")]
    [InlineData(-4, 4, -1, "*must not be negative*")]
    [InlineData(1L << 32, 1L << 32, -1, "*more than a span*")]
    public unsafe void Handler_WithAProductOfBytes_GetsTheElements(long count, long size, int length, string? message)
    {
        using var handler = new TakesProduct(static (values, _, _) => values.Length).ToManagedCallback();

        fixed (int* values = Ints)
        {
            var address = (nint)values;
            var call = () => Shim.Get<CallWithProduct>("bytes_call_product").Invoke(handler.Callback, address, count, size);
            if (message is null)
            {
                call().Should().Be(length);
            }
            else
            {
                call.Should().Throw<ArgumentException>().WithMessage(message);
            }
        }
    }

    [Fact]
    public void Handler_WithAProductOfBytesBehindAnOptionalNull_GetsNone()
    {
        using var handler = new TakesProduct(static (values, _, _) => values.Length).ToManagedCallback();

        Shim.Get<CallWithProduct>("bytes_call_product").Invoke(handler.Callback, 0, 3, 7).Should().Be(0);
    }

    private static void ShouldRun(Action call)
    {
        var (exception, entered) = Touching.Observe(call);
        exception.Should().BeNull();
        entered.Should().BeTrue();
    }

    private static void ShouldRefuse(Action call)
    {
        var (exception, entered) = Touching.Observe(call);
        exception.Should().BeOfType<ArgumentOutOfRangeException>();
        entered.Should().BeFalse();
    }

    private static long Weight<T>(T[] values, int? bytes = null)
        where T : unmanaged
    {
        var all = MemoryMarshal.AsBytes<T>(values).ToArray();
        return all.Take(bytes ?? all.Length).Select(static (value, index) => (long)value * (index + 1)).Sum();
    }
}
