using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// A pointer to null-terminated UTF-8 text of native code: <c>const char *</c>. It is one pointer wide and blittable, so it can
/// be a parameter, a result, a struct field or an element of a span, in both directions.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The value does not keep the text alive. The native library determines how long it is valid: text that a handler
/// gets is usually valid until the handler returns; text that the caller must free is valid until it is freed. Pass <see
/// cref="Address"/> to the
/// library's own function that frees it. <see cref="ToString"/> copies the text.
/// </para>
/// <para>
/// <b>Safety.</b> All members that read the text read memory up to the first zero byte. The caller is responsible for the pointer
/// pointing to such text. Equality compares pointers, because the memory may be freed.
/// </para>
/// <para><b>Threading.</b> Immutable. The text can be read on any thread while native code does not change it.</para>
/// </remarks>
/// <example>
/// <code>
/// using var c = NativeModule.Load("libc.so.6");
/// var find = c.GetCallback&lt;FindText&gt;("strstr");
///
/// var text = Utf8Pointer.FromLiteral("one, two"u8);
/// var found = find.Invoke(text, ", ");
/// Console.WriteLine(found);                        // ", two"
/// Console.WriteLine(found.Address - text.Address); // 3
///
/// // char *strstr(const char *haystack, const char *needle);
/// [NativeSignature]
/// delegate Utf8Pointer FindText(Utf8Pointer haystack, string needle);
/// </code>
/// </example>
public readonly unsafe struct Utf8Pointer : IEquatable<Utf8Pointer>
{
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Creates a pointer from an address.</summary>
    /// <param name="address">The address of the first byte; zero for a null pointer.</param>
    public Utf8Pointer(nint address)
    {
        Address = address;
    }

    /// <summary>The address of the first byte; zero for <see langword="default"/>.</summary>
    public nint Address { get; }

    /// <summary>Whether this is a null pointer.</summary>
    public bool IsNull => Address == 0;

    /// <summary>Returns a pointer to a literal, which lives as long as the process.</summary>
    /// <param name="literal">A UTF-8 literal: <c>"text"u8</c>. Any other memory may move or be freed, and is rejected at build time.</param>
    /// <exception cref="ArgumentException">The literal contains a NUL, where native code would see its end.</exception>
    public static Utf8Pointer FromLiteral(ReadOnlySpan<byte> literal)
    {
        var nul = literal.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new ArgumentException(
                $"The literal has a NUL at index {nul.ToString(CultureInfo.InvariantCulture)}, where native code would see the end of the text. Remove it; the compiler adds the terminating NUL.",
                nameof(literal));
        }

        fixed (byte* text = &MemoryMarshal.GetReference(literal))
        {
            return new Utf8Pointer((nint)text);
        }
    }

    /// <summary>Whether both are the same pointer.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">The other pointer.</param>
    public static bool operator ==(Utf8Pointer left, Utf8Pointer right) => left.Equals(right);

    /// <summary>Whether the pointers differ, even if their texts are equal.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">The other pointer.</param>
    public static bool operator !=(Utf8Pointer left, Utf8Pointer right) => !left.Equals(right);

    /// <summary>Counts the bytes before the zero byte, which takes time in proportion to them; 0 for a null pointer.</summary>
    public int GetLength()
    {
        unsafe
        {
            return Address == 0 ? 0 : Utf8Argument.Length((byte*)Address);
        }
    }

    /// <summary>The bytes before the zero byte, in place; empty for a null pointer. Valid as long as the text.</summary>
    public ReadOnlySpan<byte> AsSpan()
    {
        unsafe
        {
            return new((byte*)Address, GetLength());
        }
    }

    /// <summary>A copy of the text. Bytes that are not UTF-8 become U+FFFD; a null pointer gives an empty string.</summary>
    public override string ToString()
    {
        unsafe
        {
            return Address == 0 ? "" : Lenient.GetString((byte*)Address, GetLength());
        }
    }

    /// <inheritdoc/>
    public bool Equals(Utf8Pointer other) => Address == other.Address;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Utf8Pointer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode();
}
