using System;
using System.Buffers;
using System.Text;
#if NET
using System.Text.Unicode;
#endif

namespace NativeCallbacks.CompilerServices;

/// <summary>UTF-16 to UTF-8, telling of half a surrogate pair instead of replacing it.</summary>
internal static class Transcoder
{
    /// <summary>How many bytes a UTF-16 code unit becomes at most; a surrogate pair becomes four.</summary>
    private const int MostBytesOfUnit = 3;

    /// <summary>A longer text is counted first: reading it twice costs less than three times its memory.</summary>
    private const int LongText = 1 << 16;

#if NET
    /// <summary>Transcodes all, if the buffer takes it.</summary>
    /// <returns>
    /// <see cref="OperationStatus.DestinationTooSmall"/> if it does not, and <see cref="OperationStatus.InvalidData"/> if half
    /// of a surrogate pair was the next to be read.
    /// </returns>
    public static OperationStatus ToUtf8(ReadOnlySpan<char> text, Span<byte> bytes, out int read, out int written) =>
        Utf8.FromUtf16(text, bytes, out read, out written, replaceInvalidSequences: false);

    /// <summary>A size that is enough.</summary>
    public static int MostBytes(ReadOnlySpan<char> text) =>
        text.Length > LongText ? Encoding.UTF8.GetByteCount(text) : text.Length * MostBytesOfUnit;
#else
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same by way of an encoding, which has no end but an exception.</summary>
    public static unsafe OperationStatus ToUtf8(ReadOnlySpan<char> text, Span<byte> bytes, out int read, out int written)
    {
        (read, written) = (0, 0);
        fixed (char* characters = text)
        fixed (byte* start = bytes)
        {
            if (characters == null)
            {
                return OperationStatus.Done; // Encodings want a pointer even to nothing.
            }

            try
            {
                if (Strict.GetByteCount(characters, text.Length) > bytes.Length)
                {
                    return OperationStatus.DestinationTooSmall;
                }

                written = Strict.GetBytes(characters, text.Length, start, bytes.Length);
                read = text.Length;
                return OperationStatus.Done;
            }
            catch (EncoderFallbackException exception)
            {
                read = exception.Index;
                return OperationStatus.InvalidData;
            }
        }
    }

    /// <summary>A size that is enough.</summary>
    public static unsafe int MostBytes(ReadOnlySpan<char> text)
    {
        fixed (char* characters = text)
        {
            return text.Length > LongText ? Encoding.UTF8.GetByteCount(characters, text.Length) : text.Length * MostBytesOfUnit;
        }
    }
#endif
}
