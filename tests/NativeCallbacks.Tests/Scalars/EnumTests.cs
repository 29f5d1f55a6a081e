namespace NativeCallbacks.Tests.Scalars;

/// <summary>Enums of each underlying type, which cross as it does: each call computes 2 * a - b.</summary>
public class EnumTests
{
    [Fact]
    public void Invoke_WithCsOwnEnum_ComputesAsCDoes()
    {
        var operation = Shim.Get<LevelOperation>("scalar_enum");

        operation.Invoke(Level.Low, Level.High).Should().Be((Level)((2 * -7) - 1000));
        operation.Invoke(Level.High, Level.Low).Should().Be((Level)((2 * 1000) + 7));
        operation.Invoke(Level.None, Level.High).Should().Be((Level)(-1000));
    }

    [Fact]
    public void Invoke_WithEnumOfSByte_KeepsItsSign()
    {
        var operation = Shim.Get<SByteLevelOperation>("scalar_int8");

        operation.Invoke(SByteLevel.None, SByteLevel.High).Should().Be((SByteLevel)(-100));
        operation.Invoke(SByteLevel.Low, SByteLevel.None).Should().Be(SByteLevel.None); // 2 * -128 wraps
    }

    [Fact]
    public void Invoke_WithEnumOfByte_HasNoSign()
    {
        var operation = Shim.Get<ByteLevelOperation>("scalar_uint8");

        operation.Invoke(ByteLevel.None, (ByteLevel)1).Should().Be(ByteLevel.High);
        operation.Invoke(ByteLevel.High, (ByteLevel)4).Should().Be((ByteLevel)250);
    }

    [Fact]
    public void Invoke_WithEnumOfShort_KeepsItsSign()
    {
        var operation = Shim.Get<ShortLevelOperation>("scalar_int16");

        operation.Invoke(ShortLevel.None, ShortLevel.High).Should().Be((ShortLevel)(-1000));
        operation.Invoke(ShortLevel.None, ShortLevel.Low).Should().Be(ShortLevel.Low); // -(-32768) wraps
    }

    [Fact]
    public void Invoke_WithEnumOfUShort_HasNoSign()
    {
        var operation = Shim.Get<UShortLevelOperation>("scalar_uint16");

        operation.Invoke(UShortLevel.None, (UShortLevel)1).Should().Be(UShortLevel.High);
        operation.Invoke(UShortLevel.High, (UShortLevel)4).Should().Be((UShortLevel)65530);
    }

    [Fact]
    public void Invoke_WithEnumOfUInt_HasNoSign()
    {
        var operation = Shim.Get<UIntLevelOperation>("scalar_uint32");

        operation.Invoke(UIntLevel.None, (UIntLevel)1).Should().Be(UIntLevel.High);
        operation.Invoke(UIntLevel.High, (UIntLevel)4).Should().Be((UIntLevel)(uint.MaxValue - 5));
    }

    [Fact]
    public void Invoke_WithEnumOfLong_KeepsAllItsBits()
    {
        var operation = Shim.Get<LongLevelOperation>("scalar_int64");

        operation.Invoke(LongLevel.High, (LongLevel)5).Should().Be((LongLevel)((1L << 41) - 5));
        operation.Invoke(LongLevel.None, LongLevel.Low).Should().Be(LongLevel.Low);
    }

    [Fact]
    public void Invoke_WithEnumOfULong_KeepsAllItsBits()
    {
        var operation = Shim.Get<ULongLevelOperation>("scalar_uint64");

        operation.Invoke(ULongLevel.None, (ULongLevel)1).Should().Be(ULongLevel.High);
        operation.Invoke(ULongLevel.High, (ULongLevel)4).Should().Be((ULongLevel)(ulong.MaxValue - 5));
    }
}
