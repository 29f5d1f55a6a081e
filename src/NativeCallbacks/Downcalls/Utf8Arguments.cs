using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: strings as an array of pointers to null-terminated UTF-8, with a null pointer after the last, for the
/// duration of one call. Pointers and texts are one block: on the caller's stack if they fit, otherwise in native memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct Utf8Arguments
{
    /// <summary>The size, in pointers, of the stack buffer that generated code passes.</summary>
    public const int StackSize = 64;

    private readonly nint _allocated;

    /// <summary>Encodes the strings, into the stack buffer if they fit.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="texts">The strings.</param>
    /// <param name="isOptional">Whether an empty span gives a null pointer; otherwise it gives an array with only a null pointer.</param>
    /// <param name="stackBuffer">A buffer that outlives the call, and that the garbage collector does not move.</param>
    /// <exception cref="ArgumentException">A string is null, or contains a NUL or an unpaired surrogate.</exception>
    public Utf8Arguments(string name, ReadOnlySpan<string?> texts, bool isOptional, Span<nint> stackBuffer)
    {
        _allocated = 0;
        Address = null;
        if (isOptional && texts.IsEmpty)
        {
            return;
        }

        long bytes = 0;
        foreach (var text in texts)
        {
            // Surrogate pairs take fewer bytes, and an unpaired surrogate is rejected below.
            bytes += text is null ? 0 : Transcoder.MostBytes(text.AsSpan()) + 1L;
        }

        var size = ((texts.Length + 1L) * sizeof(nint)) + bytes;
        if (size <= (long)stackBuffer.Length * sizeof(nint))
        {
            unsafe
            {
                Address = (byte**)Unsafe.AsPointer(ref MemoryMarshal.GetReference(stackBuffer));
            }
        }
        else
        {
            _allocated = Marshal.AllocHGlobal(checked((nint)size));
            Address = (byte**)_allocated;
        }

        try
        {
            Write(name, texts, Address, bytes);
        }
        catch
        {
            Marshal.FreeHGlobal(_allocated);
            throw;
        }
    }

    /// <summary>The first pointer of the array; null for none.</summary>
    public byte** Address { get; }

    /// <summary>Frees native memory; that must not overwrite the last error of the call, which was captured before.</summary>
    public void Dispose()
    {
        if (_allocated == 0)
        {
            return;
        }

#if NET
        var error = Marshal.GetLastPInvokeError();
        Marshal.FreeHGlobal(_allocated);
        Marshal.SetLastPInvokeError(error);
#else
        Marshal.FreeHGlobal(_allocated); // Signatures do not capture the last error on this target.
#endif
    }

    private static void Write(string name, ReadOnlySpan<string?> texts, byte** pointers, long bytes)
    {
        var next = (byte*)(pointers + texts.Length + 1);
        for (var index = 0; index < texts.Length; index++)
        {
            var element = texts[index];
            if (element is null)
            {
                throw new ArgumentException($"{ElementName()} is null, where native code would see the end of the array. Remove it, or declare ReadOnlySpan<Utf8Pointer>.", name);
            }

            var text = element.AsSpan();
            Span<byte> room;
            unsafe
            {
                room = new Span<byte>(next, checked((int)Math.Min(bytes - 1, int.MaxValue)));
            }

            if (Transcoder.ToUtf8(text, room, out var read, out var written) != System.Buffers.OperationStatus.Done)
            {
                throw new ArgumentException(
                    $"{ElementName()} has an unpaired surrogate at index {read.ToString(CultureInfo.InvariantCulture)}, which UTF-8 cannot encode. Pass a string that is valid UTF-16.", name);
            }

            if (room.Slice(0, written).IndexOf((byte)0) >= 0)
            {
                throw new ArgumentException(
                    $"{ElementName()} has a NUL at index {element.IndexOf('\0').ToString(CultureInfo.InvariantCulture)}, where native code would see the end of the string. Remove it.", name);
            }

            unsafe
            {
                next[written] = 0;
                pointers[index] = next;
            }

            next += written + 1;
            bytes -= written + 1;

            string ElementName() => $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]";
        }

        unsafe
        {
            pointers[texts.Length] = null;
        }
    }
}
