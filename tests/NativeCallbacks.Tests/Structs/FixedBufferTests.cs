namespace NativeCallbacks.Tests.Structs;

/// <summary>Fixed buffers by value: C's arrays in structs.</summary>
public unsafe class FixedBufferTests
{
    [Fact]
    public void Invoke_WithFixedBufferOfDoubles_PassesEachElement()
    {
        var value = default(FixedDoubles4);
        (value.Items[0], value.Items[1], value.Items[2], value.Items[3]) = (1.5, -2, 3.25, -4);

        Shim.Get<Weigh<FixedDoubles4>>("layout_weigh_double_quad").Invoke(value).Should().Be(1.5 - 4 + 9.75 - 16);
    }

    [Fact]
    public void Invoke_WithFixedBufferOfBytes_ReturnsEachElement()
    {
        var value = default(FixedBytes24);
        for (var i = 0; i < 24; i++)
        {
            value.Items[i] = (byte)(10 + i);
        }

        var reversed = Shim.Get<Reverse<FixedBytes24>>("struct_reverse_24").Invoke(value);

        new System.Span<byte>(reversed.Items, 24).ToArray().Should()
            .Equal(33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10);
    }
}
