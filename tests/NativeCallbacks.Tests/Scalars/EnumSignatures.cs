namespace NativeCallbacks.Tests.Scalars;

// An enum of each underlying type, with a value that needs all its bits.
internal enum SByteLevel : sbyte
{
    Low = sbyte.MinValue,
    None = 0,
    High = 100,
}

internal enum ByteLevel : byte
{
    None = 0,
    High = byte.MaxValue,
}

internal enum ShortLevel : short
{
    Low = short.MinValue,
    None = 0,
    High = 1000,
}

internal enum UShortLevel : ushort
{
    None = 0,
    High = ushort.MaxValue,
}

/// <summary>C: <c>level</c>.</summary>
internal enum Level
{
    Low = -7,
    None = 0,
    High = 1000,
}

internal enum UIntLevel : uint
{
    None = 0,
    High = uint.MaxValue,
}

internal enum LongLevel : long
{
    Low = long.MinValue,
    None = 0,
    High = 1L << 40,
}

internal enum ULongLevel : ulong
{
    None = 0,
    High = ulong.MaxValue,
}

[NativeSignature]
internal delegate SByteLevel SByteLevelOperation(SByteLevel a, SByteLevel b);

[NativeSignature]
internal delegate ByteLevel ByteLevelOperation(ByteLevel a, ByteLevel b);

[NativeSignature]
internal delegate ShortLevel ShortLevelOperation(ShortLevel a, ShortLevel b);

[NativeSignature]
internal delegate UShortLevel UShortLevelOperation(UShortLevel a, UShortLevel b);

[NativeSignature]
internal delegate Level LevelOperation(Level a, Level b);

[NativeSignature]
internal delegate UIntLevel UIntLevelOperation(UIntLevel a, UIntLevel b);

[NativeSignature]
internal delegate LongLevel LongLevelOperation(LongLevel a, LongLevel b);

[NativeSignature]
internal delegate ULongLevel ULongLevelOperation(ULongLevel a, ULongLevel b);
