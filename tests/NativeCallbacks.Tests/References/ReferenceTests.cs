using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.References;

/// <summary><c>in</c>, <c>ref</c>, <c>out</c> and pointers: one value, by its address.</summary>
public unsafe class ReferenceTests
{
    [Fact]
    public void Invoke_WithRef_PassesThemBothWays()
    {
        var (a, b) = (5, -7);

        Shim.Get<SwapAndScale>("pointer_swap_and_scale").Invoke(ref a, ref b);

        (a, b).Should().Be((-14, 15));
    }

    [Fact]
    public void Invoke_WithRefToArrayElements_WritesToTheArray()
    {
        int[] values = [1, 2, 3, 4];

        Shim.Get<SwapAndScale>("pointer_swap_and_scale").Invoke(ref values[3], ref values[1]);

        values.Should().Equal(1, 12, 3, 4);
    }

    [Fact]
    public void Invoke_WithOut_ReturnsTheValues()
    {
        var result = Shim.Get<Divide>("pointer_divide").Invoke(-17, 5, out var quotient, out var remainder);

        (result, quotient, remainder).Should().Be((0, -3, -2));
    }

    [Fact]
    public void Invoke_WithOutThatNativeCodeLeavesAlone_ReturnsZero()
    {
        var value = 77;

        Shim.Get<AddressOfOut>("pointer_address").Invoke(out value).Should().NotBe((nuint)0);

        value.Should().Be(0);
    }

    [Fact]
    public void Invoke_WithIn_PassesTheVariableItself()
    {
        var value = 77;

        Shim.Get<AddressOfIn>("pointer_address").Invoke(in value).Should().Be((nuint)Unsafe.AsPointer(ref value));
    }

    [Fact]
    public void Invoke_WithIn_PassesEachInItsPlace()
    {
        Shim.Get<Minus>("pointer_minus").Invoke(1L << 40, 7).Should().Be((1L << 41) - 7);
        Shim.Get<Minus>("pointer_minus").Invoke(7, 1L << 40).Should().Be(14 - (1L << 40));
    }

    [Fact]
    public void Invoke_WithRefReadOnly_PassesEachInItsPlace()
    {
        var (a, b) = (1L << 40, 7L);

        Shim.Get<MinusReadOnly>("pointer_minus").Invoke(in a, in b).Should().Be((1L << 41) - 7);
    }

    [Fact]
    public void Invoke_WithPointers_PassesThemAsTheyAre()
    {
        var (a, b) = (1L << 40, 7L);

        Shim.Get<MinusByPointer>("pointer_minus").Invoke(&a, &b).Should().Be((1L << 41) - 7);
        Shim.Get<AddressOfPointer>("pointer_address").Invoke(&a).Should().Be((nuint)(&a));
        Shim.Get<AddressOfPointer>("pointer_address").Invoke(null).Should().Be((nuint)0);
    }

    [Fact]
    public void Invoke_WithFunctionPointer_PassesItAsItIs()
    {
        var tenMinus = (delegate* unmanaged[Cdecl]<double, double>)Shim.Get<Callbacks.Choose>("callback_choose").Invoke(2).Address;

        Shim.Get<ApplyPointer>("callback_apply_scalar").Invoke(tenMinus, 3.5).Should().Be(6.5);
        Shim.Get<ApplyPointer>("callback_apply_scalar").Invoke(null, 3.5).Should().Be(-1);
    }
}
