using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>A number, with its width on this platform.</summary>
internal sealed class ScalarType : NativeType
{
    private static readonly int LongSize = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? 4 : IntPtr.Size;
    private static readonly int WideSize = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? 2 : 4;

    /// <summary>The C names, and the corresponding C# types.</summary>
    private static readonly Dictionary<string, ScalarType> ByName = Table(
        new("_Bool", ScalarKind.Boolean, 1, "[MarshalAs(UnmanagedType.U1)] bool"),
        new("bool", ScalarKind.Boolean, 1, "[MarshalAs(UnmanagedType.U1)] bool"),
        new("char", ScalarKind.Character, 1, "byte"),
        new("wchar_t", ScalarKind.Character, WideSize, WideSize == 2 ? "ushort" : "int"),
        new("char8_t", ScalarKind.Character, 1, "byte"),
        new("char16_t", ScalarKind.Character, 2, "ushort"),
        new("char32_t", ScalarKind.Character, 4, "uint"),
        new("signed char", ScalarKind.Signed, 1, "sbyte"),
        new("unsigned char", ScalarKind.Unsigned, 1, "byte"),
        new("short", ScalarKind.Signed, 2, "short"),
        new("unsigned short", ScalarKind.Unsigned, 2, "ushort"),
        new("int", ScalarKind.Signed, 4, "int"),
        new("unsigned int", ScalarKind.Unsigned, 4, "uint"),
        new("long", ScalarKind.Signed, LongSize, "CLong"),
        new("unsigned long", ScalarKind.Unsigned, LongSize, "CULong"),
        new("long long", ScalarKind.Signed, 8, "long"),
        new("unsigned long long", ScalarKind.Unsigned, 8, "ulong"),
        new("int8_t", ScalarKind.Signed, 1, "sbyte"),
        new("uint8_t", ScalarKind.Unsigned, 1, "byte"),
        new("int16_t", ScalarKind.Signed, 2, "short"),
        new("uint16_t", ScalarKind.Unsigned, 2, "ushort"),
        new("int32_t", ScalarKind.Signed, 4, "int"),
        new("uint32_t", ScalarKind.Unsigned, 4, "uint"),
        new("int64_t", ScalarKind.Signed, 8, "long"),
        new("uint64_t", ScalarKind.Unsigned, 8, "ulong"),
        new("intmax_t", ScalarKind.Signed, 8, "long"),
        new("uintmax_t", ScalarKind.Unsigned, 8, "ulong"),
        new("ptrdiff_t", ScalarKind.Signed, IntPtr.Size, "nint"),
        new("ssize_t", ScalarKind.Signed, IntPtr.Size, "nint"),
        new("size_t", ScalarKind.Unsigned, IntPtr.Size, "nuint", holdsFunctions: true),
        new("intptr_t", ScalarKind.Signed, IntPtr.Size, "nint", holdsAddresses: true),
        new("uintptr_t", ScalarKind.Unsigned, IntPtr.Size, "nuint", holdsAddresses: true),
        new("float", ScalarKind.Floating, 4, "float"),
        new("double", ScalarKind.Floating, 8, "double"));

    private ScalarType(string name, ScalarKind kind, int size, string inCSharp, bool holdsAddresses = false, bool holdsFunctions = false)
    {
        Name = name;
        Kind = kind;
        Size = size;
        InCSharp = inCSharp;
        HoldsAddresses = holdsAddresses;
        HoldsFunctions = holdsFunctions;
    }

    /// <summary>The name in C, with the specifiers in their usual order.</summary>
    public string Name { get; }

    public ScalarKind Kind { get; }

    /// <summary>The width in bytes.</summary>
    public int Size { get; }

    /// <summary>The type that a C# delegate has for it.</summary>
    public string InCSharp { get; }

    /// <summary>Whether it is an integer for addresses, so that it matches a pointer.</summary>
    public bool HoldsAddresses { get; }

    /// <summary>
    /// Whether it matches a function pointer although it is an integer for counts: Rust uses <c>usize</c> for both. It does not
    /// match a data pointer, so that a pointer is not taken for a length.
    /// </summary>
    public bool HoldsFunctions { get; }

    /// <summary>The type with that C name; null if C has no such type.</summary>
    public static ScalarType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>The type with a C name that is in the table.</summary>
    public static ScalarType Of(string name) => ByName[name];

    /// <summary>An enumeration: compilers use an <c>int</c>, signed or unsigned.</summary>
    public static ScalarType Enumeration(string name) => new(name, ScalarKind.Enumeration, 4, "int");

    private static Dictionary<string, ScalarType> Table(params ScalarType[] types)
    {
        var table = new Dictionary<string, ScalarType>();
        foreach (var type in types)
        {
            table.Add(type.Name, type);
        }

        return table;
    }
}

/// <summary>A complex number: the real part followed by the imaginary part.</summary>
internal sealed class ComplexType(ScalarType part) : NativeType
{
    public ScalarType Part { get; } = part;
}

/// <summary>How the bits of a number are interpreted.</summary>
internal enum ScalarKind
{
    Signed,
    Unsigned,
    Floating,
    Boolean,

    /// <summary>A character, whose signedness depends on the platform.</summary>
    Character,

    /// <summary>An enumeration, whose signedness depends on the compiler.</summary>
    Enumeration,
}
