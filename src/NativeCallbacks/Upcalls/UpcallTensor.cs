using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: which memory of a native caller can be a tensor of a handler.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UpcallTensor
{
    /// <summary>Whether a tensor of these dimensions fits into the address space. A negative dimension, as an unsigned number, does not.</summary>
    /// <param name="elementSize">The size of an element, in bytes.</param>
    /// <param name="dimensions">The lengths. One that is zero does not make the others fit.</param>
    public static bool Fits(int elementSize, ReadOnlySpan<ulong> dimensions)
    {
        var most = Most(elementSize);
        foreach (var dimension in dimensions)
        {
            if (dimension > most)
            {
                return false;
            }

            most /= Math.Max(dimension, 1);
        }

        return true;
    }

    /// <summary>Why the handler must not see a tensor; null if it may.</summary>
    public static Exception? Fault(int elementSize, string tensor, bool isNull, bool isOptional, params ShapeDimension[] shape)
    {
        shape ??= [];
        var description = $"{tensor} with the shape ({string.Join(", ", shape)})";
        if (isNull && (isOptional || !ElementCount.Of(shape).IsZero))
        {
            return isOptional ? null : new ArgumentNullException(tensor, $"Native code passed null for {description}.");
        }

        var count = ElementCount.Of(shape, least: 1);
        return count.Exceeds(Most(elementSize))
            ? new ArgumentOutOfRangeException(
                tensor, $"Native code passed {description}: {count} elements, more than memory can hold.")
            : null;
    }

    /// <summary>The most elements that the address space holds.</summary>
    private static ulong Most(int elementSize) => (ulong)(IntPtr.Size == sizeof(long) ? long.MaxValue : int.MaxValue) / (uint)elementSize;
}
