using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: a string as null-terminated UTF-16, pinned for the duration of one call and not copied.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Utf16Argument
{
    /// <summary>The string, if native code would see all of it.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="text">The string; null gives a null pointer.</param>
    /// <exception cref="ArgumentException">The string contains a NUL.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? Whole(string name, string? text) =>
        text is not null && HasNul(text) ? throw Nul(name, text) : text;

    /// <summary>Reads a null-terminated UTF-16 string of native code. It is copied, and never freed.</summary>
    /// <param name="text">The string; a null pointer gives null. Unpaired surrogates stay as they are.</param>
    public static unsafe string? Decode(char* text)
    {
        unsafe
        {
            return text == null ? null : new string(text);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasNul(string text) =>
#if NET
        ShortText.HasNul(text);
#else
        text.IndexOf('\0') >= 0;
#endif

    private static ArgumentException Nul(string name, string text) => new(
        $"{name} has a NUL at index {text.IndexOf('\0').ToString(CultureInfo.InvariantCulture)}, where native code would see the end of the string. Remove it, or pass a span of ushort.",
        name);
}
