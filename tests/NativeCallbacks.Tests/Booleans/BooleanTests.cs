using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Booleans;

/// <summary>Booleans of one and four bytes: one or zero on the way in, by value ≠ 0 on the way out.</summary>
public class BooleanTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0x80, 1)]
    [InlineData(0xFF, 1)]
    public void Invoke_WithBooleanOfAnyByte_PassesOneOrZero(byte bits, int expected)
    {
        var flag = Unsafe.BitCast<byte, bool>(bits); // what unsafe code and other languages leave in a bool

        Shim.Get<RawU1>("bool_u1_echo").Invoke(flag).Should().Be((byte)expected);
        Shim.Get<RawI4>("bool_i4_echo").Invoke(flag).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(0x80, true)]
    [InlineData(0xFF, true)]
    public void Invoke_ThatReturnsAByte_IsTrueUnlessZero(byte value, bool expected)
    {
        var result = Shim.Get<IsNotZeroU1>("bool_u1_echo").Invoke(value);

        Unsafe.BitCast<bool, byte>(result).Should().Be(expected ? (byte)1 : (byte)0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(0x80, true)]
    [InlineData(256, true)]
    [InlineData(0x10000, true)]
    [InlineData(int.MinValue, true)]
    public void Invoke_ThatReturnsAnInt_IsTrueUnlessZero(int value, bool expected)
    {
        var result = Shim.Get<IsNotZeroI4>("bool_i4_echo").Invoke(value);

        Unsafe.BitCast<bool, byte>(result).Should().Be(expected ? (byte)1 : (byte)0);
    }

    [Theory]
    [InlineData(0x100, false, true)]
    [InlineData(0xFFFF_FF00, false, true)]
    [InlineData(0x1_0000_0000, false, false)]
    [InlineData(0x1_0000_0001, true, true)]
    public void Invoke_ThatReturnsGarbageAboveTheResult_IgnoresIt(ulong register, bool byteIsNotZero, bool intIsNotZero)
    {
        Shim.Get<LowestByteIsNotZero>("bool_register").Invoke(register).Should().Be(byteIsNotZero);
        Shim.Get<LowestIntIsNotZero>("bool_register").Invoke(register).Should().Be(intIsNotZero);
    }

    [Fact]
    public void Invoke_WithBooleansOfBothWidths_PassesEachInItsPlace()
    {
        var weigh = Shim.Get<WeighBooleans>("bool_weigh");

        for (var bits = 0; bits < 16; bits++)
        {
            weigh.Invoke((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0).Should().Be(bits);
        }
    }
}
