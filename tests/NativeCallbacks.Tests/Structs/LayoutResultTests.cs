using System.Numerics;

namespace NativeCallbacks.Tests.Structs;

/// <summary>Structs that native code makes of its arguments, and structs for which no registers are left.</summary>
public class LayoutResultTests
{
    [Fact]
    public void Invoke_ThatReturnsNestedStructs_FillsEachFieldFromItsArgument()
    {
        Shim.Get<MakeNestedLarge>("layout_make_nested_large").Invoke(-1, 2.5, 3.5f, -4, 5.5, -6).Should()
            .Be(new NestedLarge(new(-1, 2.5), new(3.5f, -4), new(5.5, -6)));
    }

    [Fact]
    public void Invoke_WithStructThatTheLastRegisterCannotHold_PassesItAndTheRest()
    {
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
