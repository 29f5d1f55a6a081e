using System;
using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.InteropServices;
#endif
using System.Text;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: a string as null-terminated UTF-8 for the duration of one call: in a buffer on the caller's stack if
/// it fits, otherwise in a pooled buffer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Utf8Argument
{
    /// <summary>The size in bytes of the stack buffer that generated code passes.</summary>
    public const int StackSize = 256;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Span<byte> _text;
    private readonly byte[]? _rented;

    /// <summary>Encodes the string, into the stack buffer if it fits.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="text">The string; null gives a null pointer.</param>
    /// <param name="stackBuffer">A buffer that outlives the call.</param>
    /// <exception cref="ArgumentException">The string contains a NUL or an unpaired surrogate.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Argument(string name, string? text, Span<byte> stackBuffer)
    {
        _rented = null;
        if (text is null)
        {
            _text = default;
            return;
        }

#if NET
        ref var bytes = ref MemoryMarshal.GetReference(stackBuffer);
        if (ShortText.Encode(text, ref bytes, stackBuffer.Length - 1) is >= 0 and var written)
        {
            Unsafe.Add(ref bytes, written) = 0;
            _text = stackBuffer;
            return;
        }
#endif
        _text = Encode(name, text, stackBuffer, out var rented);
        _rented = rented;
    }

    /// <summary>The first byte, for <c>fixed</c>; a null reference for a null string.</summary>
    public ref readonly byte GetPinnableReference() => ref _text.GetPinnableReference();

    /// <summary>
    /// Returns a pooled buffer. The pool may call the system, for example to read its settings at first use; that must not
    /// overwrite the last error of the call, which was captured before.
    /// </summary>
    public void Dispose()
    {
        if (_rented is null)
        {
            return;
        }

#if NET
        var error = Marshal.GetLastPInvokeError();
        ArrayPool<byte>.Shared.Return(_rented);
        Marshal.SetLastPInvokeError(error);
#else
        ArrayPool<byte>.Shared.Return(_rented); // Signatures do not capture the last error on this target.
#endif
    }

    /// <summary>Encodes any text. It is a method of its own, so that calls with short texts of ASCII stay small.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<byte> Encode(string name, string text, Span<byte> stackBuffer, out byte[]? rented)
    {
        rented = null;
        var buffer = stackBuffer;
        var (status, read, written) = (OperationStatus.DestinationTooSmall, 0, 0);
        if (text.Length < buffer.Length)
        {
            status = Transcoder.ToUtf8(text.AsSpan(), WithoutEnd(buffer), out read, out written);
        }

        if (status == OperationStatus.DestinationTooSmall)
        {
            buffer = rented = ArrayPool<byte>.Shared.Rent(Transcoder.MostBytes(text.AsSpan()) + 1);
            status = Transcoder.ToUtf8(text.AsSpan(), WithoutEnd(buffer), out read, out written);
        }

        if (status != OperationStatus.Done)
        {
            throw LoneSurrogate(name, read);
        }

        // In UTF-8 a zero byte can only be NUL, and most strings have fewer bytes in UTF-8 than in UTF-16.
        if (buffer.Slice(0, written).IndexOf((byte)0) >= 0)
        {
            throw Nul(name, text.IndexOf('\0'));
        }

        buffer[written] = 0;
        return buffer;
    }

    /// <summary>Reads a null-terminated UTF-8 string that native code passed.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="text">The string; a null pointer gives null.</param>
    /// <exception cref="ArgumentException">The bytes are not UTF-8.</exception>
    public static unsafe string? Decode(string name, byte* text)
    {
        unsafe
        {
            if (text == null)
            {
                return null;
            }

            var length = Length(text);
            try
            {
                return Utf8.GetString(text, length);
            }
            catch (DecoderFallbackException exception)
            {
                throw new ArgumentException(
                    $"Native code passed {name} with bytes that are not UTF-8 at index {Index(exception, text, length).ToString(CultureInfo.InvariantCulture)}. Declare the parameter as byte* to read another encoding.",
                    name,
                    exception);
            }
        }
    }

    /// <summary>Reads a null-terminated UTF-8 string that a native function returned. It is copied, and never freed.</summary>
    /// <param name="signature">The signature, for messages.</param>
    /// <param name="name">The <c>out</c> parameter that has the string; null for the result.</param>
    /// <param name="text">The string; a null pointer gives null.</param>
    /// <exception cref="InvalidDataException">The bytes are not UTF-8.</exception>
    public static unsafe string? DecodeResult(Type signature, string? name, byte* text)
    {
        unsafe
        {
            if (text == null)
            {
                return null;
            }

            var length = Length(text);
            try
            {
                return Utf8.GetString(text, length);
            }
            catch (DecoderFallbackException exception)
            {
                var signatureName = signature is null ? null : CSharpTypeName.Of(signature);
                throw new InvalidDataException(
                    $"The {(name is null ? "result" : name)} of the native {signatureName} has bytes that are not UTF-8 at index {Index(exception, text, length).ToString(CultureInfo.InvariantCulture)}. Declare it as Utf8Pointer to read another encoding.",
                    exception);
            }
        }
    }

    /// <summary>The number of bytes before the zero byte.</summary>
    internal static unsafe int Length(byte* text)
    {
        unsafe
        {
#if NET
            return MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text).Length;
#else
            var length = 0;
            while (text[length] != 0)
            {
                length++;
            }

            return length;
#endif
        }
    }

    /// <summary>The index of the first invalid byte.</summary>
    private static unsafe int Index(DecoderFallbackException exception, byte* text, int length)
    {
#if NET
        return exception.Index;
#else
        // The index of the exception differs on Mono.
        var decoder = Utf8.GetDecoder();
        var characters = stackalloc char[2];
        var start = 0;
        try
        {
            for (var i = 0; i < length; i++)
            {
                start = decoder.GetChars(text + i, 1, characters, 2, flush: i + 1 == length) > 0 ? i + 1 : start;
            }
        }
        catch (DecoderFallbackException)
        {
            // The loop has reached the invalid bytes.
        }

        return start;
#endif
    }

    private static Span<byte> WithoutEnd(Span<byte> buffer) => buffer.Slice(0, buffer.Length - 1);

    private static ArgumentException Nul(string name, int index) => new(
        $"{name} has a NUL at index {index.ToString(CultureInfo.InvariantCulture)}, where native code would see the end of the string. Remove it, or pass a span of bytes.",
        name);

    private static ArgumentException LoneSurrogate(string name, int index) => new(
        $"{name} has an unpaired surrogate at index {index.ToString(CultureInfo.InvariantCulture)}, which UTF-8 cannot encode. Pass a string that is valid UTF-16.",
        name);
}
