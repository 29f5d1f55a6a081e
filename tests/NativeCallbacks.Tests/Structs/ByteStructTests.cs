using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Structs;

/// <summary>
/// Structs by value, as argument and as result, alone and between other arguments: of an odd size, in two registers, in memory.
/// NativeCallbacks.AbiTests draws those of every other size.
/// </summary>
public class ByteStructTests
{
    [Fact]
    public void Invoke_WithStructOf3Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes3>>("struct_weigh_3").ToDelegate(),
        Shim.Get<Fill<Bytes3>>("struct_fill_3").ToDelegate(),
        Shim.Get<Reverse<Bytes3>>("struct_reverse_3").ToDelegate(),
        Shim.Get<Around<Bytes3>>("struct_around_3").ToDelegate(),
        size: 3);

    [Fact]
    public void Invoke_WithStructOf16Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes16>>("struct_weigh_16").ToDelegate(),
        Shim.Get<Fill<Bytes16>>("struct_fill_16").ToDelegate(),
        Shim.Get<Reverse<Bytes16>>("struct_reverse_16").ToDelegate(),
        Shim.Get<Around<Bytes16>>("struct_around_16").ToDelegate(),
        size: 16);

    [Fact]
    public void Invoke_WithStructOf24Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes24>>("struct_weigh_24").ToDelegate(),
        Shim.Get<Fill<Bytes24>>("struct_fill_24").ToDelegate(),
        Shim.Get<Reverse<Bytes24>>("struct_reverse_24").ToDelegate(),
        Shim.Get<Around<Bytes24>>("struct_around_24").ToDelegate(),
        size: 24);

    private static void ShouldMoveNoByte<T>(Weigh<T> weigh, Fill<T> fill, Reverse<T> reverse, Around<T> around, int size)
        where T : unmanaged
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var bytes = Enumerable.Range(seed * 64, size).Select(static value => (byte)value).ToArray();
            var other = Enumerable.Range(1, size).Select(value => (byte)(value * (seed + 3))).ToArray();

            Bytes(fill((byte)seed)).Should().Equal(bytes, "byte i of struct {0} is {0} * 64 + i", seed);
            weigh(Struct<T>(bytes)).Should().Be(Weight(bytes));
            Bytes(reverse(Struct<T>(other))).Should().Equal(Enumerable.Reverse(other));
            around(-5, Struct<T>(bytes), 0.25, Struct<T>(other), -300).Should()
                .Be(-5 + (2 * Weight(bytes)) + (3 * 0.25) + (4 * Weight(other)) + (5 * -300));
        }
    }

    private static double Weight(byte[] bytes) => bytes.Select(static (value, index) => (double)value * (index + 1)).Sum();

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes<T>([value]).ToArray();

    private static T Struct<T>(byte[] bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes).ToArray().Single();
}
