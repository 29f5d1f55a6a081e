namespace NativeCallbacks.Tests.Structs;

/// <summary>Inline arrays by value: C's arrays in structs.</summary>
public class InlineArrayTests
{
    [Fact]
    public void Invoke_WithAnInlineArray_PassesEachElement()
    {
        var doubles = default(InlineDoubles4);
        (doubles[0], doubles[1], doubles[2], doubles[3]) = (1.5, -2, 3.25, -4);

        Shim.Get<Weigh<InlineDoubles4>>("layout_weigh_double_quad").Invoke(doubles).Should().Be(1.5 - 4 + 9.75 - 16);
    }

    [Fact]
    public void Invoke_WithInlineArrayResult_ReturnsEachElement()
    {
        var first = default(InlineDoubles4);
        var second = default(InlineDoubles4);
        (second[0], second[1], second[2], second[3]) = (1.5, -2, 3.25, -4);

        var picked = Shim.Get<Pick<InlineDoubles4>>("layout_pick_double_quad").Invoke(1, first, second);

        ((System.ReadOnlySpan<double>)picked).ToArray().Should().Equal(1.5, -2, 3.25, -4);
    }
}
