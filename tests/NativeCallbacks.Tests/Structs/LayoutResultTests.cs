using System;
using System.Numerics;

namespace NativeCallbacks.Tests.Structs;

/// <summary>Structs that native code makes of its arguments, and structs for which no registers are left.</summary>
public class LayoutResultTests
{
    [Fact]
    public void Invoke_ThatReturnsStructs_FillsEachFieldFromItsArgument()
    {
        Shim.Get<MakeIntDouble>("layout_make_int_double").Invoke(-3, 1.5).Should().Be(new IntDouble(-3, 1.5));
        Shim.Get<MakeDoubleInt>("layout_make_double_int").Invoke(1.5, -3).Should().Be(new DoubleInt(1.5, -3));
        Shim.Get<MakeLongPair>("layout_make_int64_pair").Invoke(1L << 40, -2).Should().Be(new Pair<long>(1L << 40, -2));
        Shim.Get<MakeDoublePair>("layout_make_double_pair").Invoke(1.5, -2).Should().Be(new Pair<double>(1.5, -2));
        Shim.Get<MakeDoubleQuad>("layout_make_double_quad").Invoke(1.5, -2, 3, -4).Should().Be(new DoubleQuad(1.5, -2, 3, -4));
        Shim.Get<MakeLongDoubleByte>("layout_make_long_double_byte").Invoke(1L << 40, -2, -128).Should().Be(new LongDoubleByte(1L << 40, -2, -128));
    }

    [Fact]
    public void Invoke_ThatReturnsNestedStructs_FillsEachFieldFromItsArgument()
    {
        Shim.Get<MakeNestedSmall>("layout_make_nested_small").Invoke(1.5f, -2, 3).Should().Be(new NestedSmall(new(1.5f, -2), 3));
        Shim.Get<MakeNestedLarge>("layout_make_nested_large").Invoke(-1, 2.5, 3.5f, -4, 5.5, -6).Should()
            .Be(new NestedLarge(new(-1, 2.5), new(3.5f, -4), new(5.5, -6)));
    }

    [NotOnMonoFact(Mono.PackedStructs)]
    public void Invoke_ThatReturnsAPackedStruct_FillsEachFieldFromItsArgument()
    {
        Shim.Get<MakePacked>("layout_make_packed").Invoke(200, 4_000_000_000).Should().Be(new Packed(200, 4_000_000_000));
    }

    [Fact]
    public void Invoke_ThatReturnsAnOverlaidStruct_FillsItsFieldsFromTheArgument()
    {
        Shim.Get<MakeOverlay>("layout_make_overlay").Invoke(BitConverter.DoubleToInt64Bits(-1.75)).Number.Should().Be(-1.75);
    }

    [Fact]
    public void Invoke_ThatReturnsStructsOfTheFramework_FillsEachFieldFromItsArgument()
    {
        Shim.Get<MakeVector2>("layout_make_vector2").Invoke(1.5f, -2).Should().Be(new Vector2(1.5f, -2));
        Shim.Get<MakeVector3>("layout_make_vector3").Invoke(1.5f, -2, 3).Should().Be(new Vector3(1.5f, -2, 3));
        Shim.Get<MakeVector4>("layout_make_vector4").Invoke(1.5f, -2, 3, -4).Should().Be(new Vector4(1.5f, -2, 3, -4));
        Shim.Get<MakeComplex>("layout_make_complex128").Invoke(1.5, -2).Should().Be(new Complex(1.5, -2));
        Shim.Get<MakeGuid>("layout_make_guid").Invoke().Should().Be(new Guid("00112233-4455-6677-8899-aabbccddeeff"));
    }

    [Fact]
    public void Invoke_WithStructThatTheLastRegisterCannotHold_PassesItAndTheRest()
    {
        Shim.Get<AfterFiveIntegers>("layout_after_5_integers").Invoke(1, -2, 3, -4, 5, new(-60, 61), 7).Should()
            .Be(1 - 4 + 9 - 16 + 25 + (6 * (-60 + 122)) + 49);
        Shim.Get<AfterSevenDoubles>("layout_after_7_doubles").Invoke(1, -2, 3, -4, 5, -6, 7, new(-80, 81), 9).Should()
            .Be(1 - 4 + 9 - 16 + 25 - 36 + 49 + (8 * (-80 + 162)) + 81);
        Shim.Get<AfterSixIntegers>("layout_after_6_integers").Invoke(1, -2, 3, -4, 5, -6, new(-70, 71.5), 8.5).Should()
            .Be(1 - 4 + 9 - 16 + 25 - 36 + (7 * (-70 + 143.0)) + (8 * 8.5));
    }

    [Fact]
    public void Invoke_WithComplexNumbers_ComputesAsCDoes()
    {
        var (a, b) = (new Complex(1.5, -2), new Complex(-3, 0.25));

        Shim.Get<ComplexOperation>("layout_complex_multiply").Invoke(a, b).Should().Be(new Complex((1.5 * -3) - (-2 * 0.25), (1.5 * 0.25) + (-2 * -3)));
        Shim.Get<ComplexOperation>("layout_complex_conjugate_minus").Invoke(a, b).Should().Be(new Complex(1.5 + 3, 2 - 0.25));
    }
}
