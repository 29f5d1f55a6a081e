using System;
using System.Linq;

namespace NativeCallbacks.Tests.Structs;

/// <summary>
/// Structs by value whose fields decide where they travel: in registers of both kinds, in floating ones, in memory; and packed,
/// overlaid and framework ones. NativeCallbacks.AbiTests draws fields of every type in every order.
/// </summary>
public class LayoutTests
{
    [Fact]
    public void Invoke_WithIntDouble_MovesNoField() => ShouldMoveNoField<IntDouble>(
        Shim.Get<Weigh<IntDouble>>("layout_weigh_int_double").ToDelegate(),
        Shim.Get<Around<IntDouble>>("layout_around_int_double").ToDelegate(),
        Shim.Get<Pick<IntDouble>>("layout_pick_int_double").ToDelegate(),
        static value => value.I + (2 * value.D),
        new(-3, 1.5),
        new(70000, -0.25));

    [Fact]
    public void Invoke_WithGenericPairOfDoubles_MovesNoField() => ShouldMoveNoField<Pair<double>>(
        Shim.Get<Weigh<Pair<double>>>("layout_weigh_double_pair").ToDelegate(),
        Shim.Get<Around<Pair<double>>>("layout_around_double_pair").ToDelegate(),
        Shim.Get<Pick<Pair<double>>>("layout_pick_double_pair").ToDelegate(),
        static value => value.First + (2 * value.Second),
        new(1.5, -2),
        new(1e10, 0.125));

    [Fact]
    public void Invoke_WithNestedLarge_MovesNoField() => ShouldMoveNoField<NestedLarge>(
        Shim.Get<Weigh<NestedLarge>>("layout_weigh_nested_large").ToDelegate(),
        Shim.Get<Around<NestedLarge>>("layout_around_nested_large").ToDelegate(),
        Shim.Get<Pick<NestedLarge>>("layout_pick_nested_large").ToDelegate(),
        static value => value.Head.I + (2 * value.Head.D) + (3.0 * value.Middle.First) + (4.0 * value.Middle.Second) + (5 * value.Tail.D) + (6.0 * value.Tail.I),
        new(new(-3, 1.5), new(2.5f, -0.5f), new(1e3, 7)),
        new(new(12, -0.25), new(-64, 3), new(0.75, -100)));

    [NotOnMonoFact(Mono.PackedStructs)]
    public void Invoke_WithPacked_MovesNoField() => ShouldMoveNoField<Packed>(
        Shim.Get<Weigh<Packed>>("layout_weigh_packed").ToDelegate(),
        Shim.Get<Around<Packed>>("layout_around_packed").ToDelegate(),
        Shim.Get<Pick<Packed>>("layout_pick_packed").ToDelegate(),
        static value => value.Tag + (2.0 * value.Value),
        new(200, 4_000_000_000),
        new(7, 9));

    [Fact]
    public void Invoke_WithOverlay_MovesNoField() => ShouldMoveNoField<Overlay>(
        Shim.Get<Weigh<Overlay>>("layout_weigh_overlay").ToDelegate(),
        Shim.Get<Around<Overlay>>("layout_around_overlay").ToDelegate(),
        Shim.Get<Pick<Overlay>>("layout_pick_overlay").ToDelegate(),
        static value => value.Number,
        new() { Number = 1.75 },
        new() { Number = -3e100 });

    [Fact]
    public void Invoke_WithGuid_MovesNoField() => ShouldMoveNoField<Guid>(
        Shim.Get<Weigh<Guid>>("layout_weigh_guid").ToDelegate(),
        Shim.Get<Around<Guid>>("layout_around_guid").ToDelegate(),
        Shim.Get<Pick<Guid>>("layout_pick_guid").ToDelegate(),
        Weight,
        new("00112233-4455-6677-8899-aabbccddeeff"),
        new("f0e1d2c3-b4a5-9687-7869-5a4b3c2d1e0f"));

    private static void ShouldMoveNoField<T>(Weigh<T> weigh, Around<T> around, Pick<T> pick, Func<T, double> expected, T first, T second)
        where T : unmanaged
    {
        weigh(first).Should().Be(expected(first));
        weigh(second).Should().Be(expected(second));
        around(-5, first, 0.25, second, -300).Should()
            .Be(-5 + (2 * expected(first)) + (3 * 0.25) + (4 * expected(second)) + (5.0 * -300));
        pick(0, first, second).Should().Be(first);
        pick(1, first, second).Should().Be(second);
    }

    private static double Weight(Guid value)
    {
        var bytes = value.ToByteArray();
        return BitConverter.ToUInt32(bytes, 0) + (2.0 * BitConverter.ToUInt16(bytes, 4)) + (3.0 * BitConverter.ToUInt16(bytes, 6))
            + bytes.Skip(8).Select(static (item, index) => (4.0 + index) * item).Sum();
    }
}
