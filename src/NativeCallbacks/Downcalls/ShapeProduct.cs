using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the number of bytes that a shape of several dimensions needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShapeProduct
{
    /// <summary>The product of two factors, or the largest number if 64 bits cannot hold it: more than any span has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Saturating(ulong left, ulong right) =>
        ((left | right) >> 32) == 0 ? left * right : SaturatingWide(left, right);

    private static ulong SaturatingWide(ulong left, ulong right) =>
        left != 0 && right > ulong.MaxValue / left ? ulong.MaxValue : unchecked(left * right);
}
