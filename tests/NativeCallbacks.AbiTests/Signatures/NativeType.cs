using System.Collections.Immutable;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>A type whose values are the same bytes on both sides.</summary>
internal abstract record NativeType
{
    /// <summary>Equal for types that are declared alike.</summary>
    public abstract string Definition { get; }

    public abstract int Size { get; }

    public abstract int Alignment { get; }

    /// <summary>The numbers that it holds. Padding is none of them, nor is the shorter part of an overlay.</summary>
    public abstract ImmutableArray<Leaf> Leaves { get; }

    /// <summary>Whether it holds the address of a function.</summary>
    public abstract bool HoldsCallback { get; }
}
