namespace NativeCallbacks.Tests.Scalars;

/// <summary>C: <c>level</c>.</summary>
internal enum Level
{
    Low = -7,
    None = 0,
    High = 1000,
}

/// <summary>One that is narrower than an argument.</summary>
internal enum ShortLevel : short
{
    Low = short.MinValue,
    None = 0,
    High = 1000,
}

[NativeSignature]
internal delegate Level LevelOperation(Level a, Level b);
