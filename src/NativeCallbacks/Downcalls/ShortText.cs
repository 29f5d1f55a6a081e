#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// Encodes short text in one pass: .NET's encoders do not look for NULs, and calls of two of its methods cost more than the work.
/// The last vector overlaps the one before it, so that nothing outside the text and the buffer is touched.
/// </summary>
internal static class ShortText
{
    /// <summary>The maximum number of bytes of a unit outside surrogate pairs.</summary>
    private const int MostBytesOfUnit = 3;

    /// <summary>Encodes text without NULs and surrogates: ASCII if it fits, other text if the buffer has room for the most bytes that such text can take.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">The first byte of the buffer.</param>
    /// <param name="room">The number of its bytes.</param>
    /// <returns>The number of bytes. If it is negative, those in the buffer have no meaning, and the <see cref="Transcoder"/> has to read the text.</returns>
    public static int Encode(string text, ref byte buffer, int room)
    {
        var length = text.Length;
        if (length > room)
        {
            return -1;
        }

        ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference()));
        var narrowed = Narrow(ref units, length, ref buffer);
        return narrowed == length ? length
            : length <= room / MostBytesOfUnit ? EncodeRest(ref units, length, ref buffer, narrowed)
            : -1;
    }

    /// <summary>Whether the text has a NUL, which native code would take for its end.</summary>
    public static bool HasNul(string text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference()));
        var (length, vector) = (text.Length, Vector128<ushort>.Count);
        if (length < vector)
        {
            for (var index = 0; index < length; index++)
            {
                if (Unsafe.Add(ref units, index) == 0)
                {
                    return true;
                }
            }

            return false;
        }

        if (length > 8 * vector)
        {
            return text.Contains('\0');
        }

        var least = Vector128.LoadUnsafe(ref units, (nuint)(length - vector));
        for (var start = 0; start < length - vector; start += vector)
        {
            least = Vector128.Min(least, Vector128.LoadUnsafe(ref units, (nuint)start));
        }

        return Vector128.EqualsAny(least, Vector128<ushort>.Zero);
    }

    /// <summary>Writes a byte for each unit, until a vector has one that is NUL or not ASCII.</summary>
    /// <returns>The number of units before that vector.</returns>
    private static int Narrow(ref ushort units, int length, ref byte buffer)
    {
        var (both, half) = (2 * Vector128<ushort>.Count, Vector128<ushort>.Count);
        if (length < half)
        {
            return 0;
        }

        if (length < both)
        {
            var (first, second) = (Vector128.LoadUnsafe(ref units), Vector128.LoadUnsafe(ref units, (nuint)(length - half)));
            var bytes = Vector128.Narrow(first, second);
            Unsafe.WriteUnaligned(ref buffer, bytes.AsUInt64().GetElement(0));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref buffer, length - half), bytes.AsUInt64().GetElement(1));
            return IsAscii(first | second, bytes) ? length : 0;
        }

        var (start, last) = (0, length - both);
        for (; start < last; start += both)
        {
            if (!TryNarrow(ref units, start, ref buffer))
            {
                return start;
            }
        }

        return TryNarrow(ref units, last, ref buffer) ? length : start;
    }

    /// <summary>Writes two vectors of units as one of bytes.</summary>
    /// <returns>Whether they are ASCII without a NUL.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(ref ushort units, int start, ref byte buffer)
    {
        var first = Vector128.LoadUnsafe(ref units, (nuint)start);
        var second = Vector128.LoadUnsafe(ref units, (nuint)(start + Vector128<ushort>.Count));
        var bytes = Vector128.Narrow(first, second);
        bytes.StoreUnsafe(ref buffer, (nuint)start);
        return IsAscii(first | second, bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAscii(Vector128<ushort> bits, Vector128<byte> bytes) =>
        ((bits & Vector128.Create((ushort)0xFF80)) | Vector128.Equals(bytes, Vector128<byte>.Zero).AsUInt16()) == Vector128<ushort>.Zero;

    /// <summary>Encodes the units from an index on, one after the other.</summary>
    private static int EncodeRest(ref ushort units, int length, ref byte buffer, int start)
    {
        var written = start;
        for (var index = start; index < length; index++)
        {
            uint unit = Unsafe.Add(ref units, index);
            ref var next = ref Unsafe.Add(ref buffer, written);
            if (unit - 1 < 0x7F)
            {
                next = (byte)unit;
                written++;
            }
            else if (unit is >= 0x80 and < 0x800)
            {
                next = (byte)(0xC0 | (unit >> 6));
                Unsafe.Add(ref next, 1) = (byte)(0x80 | (unit & 0x3F));
                written += 2;
            }
            else if (unit is not (0 or (>= 0xD800 and <= 0xDFFF)))
            {
                next = (byte)(0xE0 | (unit >> 12));
                Unsafe.Add(ref next, 1) = (byte)(0x80 | ((unit >> 6) & 0x3F));
                Unsafe.Add(ref next, 2) = (byte)(0x80 | (unit & 0x3F));
                written += 3;
            }
            else
            {
                return -1;
            }
        }

        return written;
    }
}
#endif
