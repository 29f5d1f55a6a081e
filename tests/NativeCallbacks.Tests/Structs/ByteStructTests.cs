using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Structs;

/// <summary>Structs of 1 to 64 bytes by value, as argument and as result, alone and between other arguments.</summary>
public class ByteStructTests
{
    [Fact]
    public void Invoke_WithStructOf1Byte_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes1>>("struct_weigh_1").ToDelegate(),
        Shim.Get<Fill<Bytes1>>("struct_fill_1").ToDelegate(),
        Shim.Get<Reverse<Bytes1>>("struct_reverse_1").ToDelegate(),
        Shim.Get<Around<Bytes1>>("struct_around_1").ToDelegate(),
        size: 1);

    [Fact]
    public void Invoke_WithStructOf2Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes2>>("struct_weigh_2").ToDelegate(),
        Shim.Get<Fill<Bytes2>>("struct_fill_2").ToDelegate(),
        Shim.Get<Reverse<Bytes2>>("struct_reverse_2").ToDelegate(),
        Shim.Get<Around<Bytes2>>("struct_around_2").ToDelegate(),
        size: 2);

    [Fact]
    public void Invoke_WithStructOf3Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes3>>("struct_weigh_3").ToDelegate(),
        Shim.Get<Fill<Bytes3>>("struct_fill_3").ToDelegate(),
        Shim.Get<Reverse<Bytes3>>("struct_reverse_3").ToDelegate(),
        Shim.Get<Around<Bytes3>>("struct_around_3").ToDelegate(),
        size: 3);

    [Fact]
    public void Invoke_WithStructOf4Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes4>>("struct_weigh_4").ToDelegate(),
        Shim.Get<Fill<Bytes4>>("struct_fill_4").ToDelegate(),
        Shim.Get<Reverse<Bytes4>>("struct_reverse_4").ToDelegate(),
        Shim.Get<Around<Bytes4>>("struct_around_4").ToDelegate(),
        size: 4);

    [Fact]
    public void Invoke_WithStructOf5Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes5>>("struct_weigh_5").ToDelegate(),
        Shim.Get<Fill<Bytes5>>("struct_fill_5").ToDelegate(),
        Shim.Get<Reverse<Bytes5>>("struct_reverse_5").ToDelegate(),
        Shim.Get<Around<Bytes5>>("struct_around_5").ToDelegate(),
        size: 5);

    [Fact]
    public void Invoke_WithStructOf7Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes7>>("struct_weigh_7").ToDelegate(),
        Shim.Get<Fill<Bytes7>>("struct_fill_7").ToDelegate(),
        Shim.Get<Reverse<Bytes7>>("struct_reverse_7").ToDelegate(),
        Shim.Get<Around<Bytes7>>("struct_around_7").ToDelegate(),
        size: 7);

    [Fact]
    public void Invoke_WithStructOf8Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes8>>("struct_weigh_8").ToDelegate(),
        Shim.Get<Fill<Bytes8>>("struct_fill_8").ToDelegate(),
        Shim.Get<Reverse<Bytes8>>("struct_reverse_8").ToDelegate(),
        Shim.Get<Around<Bytes8>>("struct_around_8").ToDelegate(),
        size: 8);

    [Fact]
    public void Invoke_WithStructOf9Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes9>>("struct_weigh_9").ToDelegate(),
        Shim.Get<Fill<Bytes9>>("struct_fill_9").ToDelegate(),
        Shim.Get<Reverse<Bytes9>>("struct_reverse_9").ToDelegate(),
        Shim.Get<Around<Bytes9>>("struct_around_9").ToDelegate(),
        size: 9);

    [Fact]
    public void Invoke_WithStructOf12Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes12>>("struct_weigh_12").ToDelegate(),
        Shim.Get<Fill<Bytes12>>("struct_fill_12").ToDelegate(),
        Shim.Get<Reverse<Bytes12>>("struct_reverse_12").ToDelegate(),
        Shim.Get<Around<Bytes12>>("struct_around_12").ToDelegate(),
        size: 12);

    [Fact]
    public void Invoke_WithStructOf16Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes16>>("struct_weigh_16").ToDelegate(),
        Shim.Get<Fill<Bytes16>>("struct_fill_16").ToDelegate(),
        Shim.Get<Reverse<Bytes16>>("struct_reverse_16").ToDelegate(),
        Shim.Get<Around<Bytes16>>("struct_around_16").ToDelegate(),
        size: 16);

    [Fact]
    public void Invoke_WithStructOf17Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes17>>("struct_weigh_17").ToDelegate(),
        Shim.Get<Fill<Bytes17>>("struct_fill_17").ToDelegate(),
        Shim.Get<Reverse<Bytes17>>("struct_reverse_17").ToDelegate(),
        Shim.Get<Around<Bytes17>>("struct_around_17").ToDelegate(),
        size: 17);

    [Fact]
    public void Invoke_WithStructOf20Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes20>>("struct_weigh_20").ToDelegate(),
        Shim.Get<Fill<Bytes20>>("struct_fill_20").ToDelegate(),
        Shim.Get<Reverse<Bytes20>>("struct_reverse_20").ToDelegate(),
        Shim.Get<Around<Bytes20>>("struct_around_20").ToDelegate(),
        size: 20);

    [Fact]
    public void Invoke_WithStructOf24Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes24>>("struct_weigh_24").ToDelegate(),
        Shim.Get<Fill<Bytes24>>("struct_fill_24").ToDelegate(),
        Shim.Get<Reverse<Bytes24>>("struct_reverse_24").ToDelegate(),
        Shim.Get<Around<Bytes24>>("struct_around_24").ToDelegate(),
        size: 24);

    [Fact]
    public void Invoke_WithStructOf32Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes32>>("struct_weigh_32").ToDelegate(),
        Shim.Get<Fill<Bytes32>>("struct_fill_32").ToDelegate(),
        Shim.Get<Reverse<Bytes32>>("struct_reverse_32").ToDelegate(),
        Shim.Get<Around<Bytes32>>("struct_around_32").ToDelegate(),
        size: 32);

    [Fact]
    public void Invoke_WithStructOf40Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes40>>("struct_weigh_40").ToDelegate(),
        Shim.Get<Fill<Bytes40>>("struct_fill_40").ToDelegate(),
        Shim.Get<Reverse<Bytes40>>("struct_reverse_40").ToDelegate(),
        Shim.Get<Around<Bytes40>>("struct_around_40").ToDelegate(),
        size: 40);

    [Fact]
    public void Invoke_WithStructOf48Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes48>>("struct_weigh_48").ToDelegate(),
        Shim.Get<Fill<Bytes48>>("struct_fill_48").ToDelegate(),
        Shim.Get<Reverse<Bytes48>>("struct_reverse_48").ToDelegate(),
        Shim.Get<Around<Bytes48>>("struct_around_48").ToDelegate(),
        size: 48);

    [Fact]
    public void Invoke_WithStructOf64Bytes_MovesNoByte() => ShouldMoveNoByte(
        Shim.Get<Weigh<Bytes64>>("struct_weigh_64").ToDelegate(),
        Shim.Get<Fill<Bytes64>>("struct_fill_64").ToDelegate(),
        Shim.Get<Reverse<Bytes64>>("struct_reverse_64").ToDelegate(),
        Shim.Get<Around<Bytes64>>("struct_around_64").ToDelegate(),
        size: 64);

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
