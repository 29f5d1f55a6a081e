using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The integer types that can be dimensions or status codes.</summary>
internal static class Integers
{
    /// <summary>The integer that a dimension can be: also that inside a <c>CLong</c> or <c>CULong</c>.</summary>
    public static IntegerModel? FindDimension(ITypeSymbol type) => type switch
    {
        _ when type.Is(WellKnown.CLong) => new("nint", IsSigned: true, 64, IsWrapped: true),
        _ when type.Is(WellKnown.CULong) => new("nuint", IsSigned: false, 64, IsWrapped: true),
        _ => Find(type),
    };

    public static IntegerModel? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => new("sbyte", IsSigned: true, 8),
        SpecialType.System_Byte => new("byte", IsSigned: false, 8),
        SpecialType.System_Int16 => new("short", IsSigned: true, 16),
        SpecialType.System_UInt16 => new("ushort", IsSigned: false, 16),
        SpecialType.System_Int32 => new("int", IsSigned: true, 32),
        SpecialType.System_UInt32 => new("uint", IsSigned: false, 32),
        SpecialType.System_Int64 => new("long", IsSigned: true, 64),
        SpecialType.System_UInt64 => new("ulong", IsSigned: false, 64),
        SpecialType.System_IntPtr => new("nint", IsSigned: true, 64),
        SpecialType.System_UIntPtr => new("nuint", IsSigned: false, 64),
        _ => null,
    };
}
