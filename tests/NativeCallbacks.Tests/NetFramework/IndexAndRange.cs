namespace System;

/// <summary>What the compiler wants for list patterns and for indices from the end.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}

/// <summary>What the compiler wants for slices.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start => start;

    public Index End => end;
}
