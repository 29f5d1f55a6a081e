using System;
using System.Buffers;
using System.Text;
#if NET
using System.Text.Unicode;
#endif

namespace NativeCallbacks.CompilerServices;

/// <summary>Transcodes UTF-16 to UTF-8, and reports an unpaired surrogate instead of replacing it.</summary>
internal static class Transcoder
{
    /// <summary>The maximum number of bytes of a UTF-16 code unit; a surrogate pair becomes four bytes.</summary>
    private const int MostBytesOfUnit = 3;

    /// <summary>The bytes of a longer text are counted first: reading it twice costs less than three times its memory.</summary>
    private const int LongText = 1 << 16;

#if NET
    /// <summary>Transcodes the whole text if the buffer is large enough.</summary>
    /// <returns>
    /// <see cref="OperationStatus.DestinationTooSmall"/> if it is not, and <see cref="OperationStatus.InvalidData"/> if an
    /// unpaired surrogate is next in the text.
    /// </returns>
    public static OperationStatus ToUtf8(ReadOnlySpan<char> text, Span<byte> bytes, out int read, out int written) =>
        Utf8.FromUtf16(text, bytes, out read, out written, replaceInvalidSequences: false);

    /// <summary>A sufficient size of the buffer.</summary>
    public static int MostBytes(ReadOnlySpan<char> text) =>
        text.Length > LongText ? Encoding.UTF8.GetByteCount(text) : text.Length * MostBytesOfUnit;
#else
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same through an encoding, which reports invalid text only by an exception.</summary>
    public static unsafe OperationStatus ToUtf8(ReadOnlySpan<char> text, Span<byte> bytes, out int read, out int written)
    {
        (read, written) = (0, 0);
        fixed (char* characters = text)
        fixed (byte* start = bytes)
        {
            if (characters == null)
            {
                return OperationStatus.Done; // Encodings require a non-null pointer even for an empty text.
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

    /// <summary>A sufficient size of the buffer.</summary>
    public static unsafe int MostBytes(ReadOnlySpan<char> text)
    {
        fixed (char* characters = text)
        {
            return text.Length > LongText ? Encoding.UTF8.GetByteCount(characters, text.Length) : text.Length * MostBytesOfUnit;
        }
    }
#endif
}
