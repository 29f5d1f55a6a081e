using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The names of the types in signatures, and how they are recognized.</summary>
internal static class WellKnown
{
    public const string NativeSignatureAttribute = "NativeCallbacks.NativeSignatureAttribute";
    public const string ShapeAttribute = "NativeCallbacks.ShapeAttribute";
    public const string UncheckedShapeAttribute = "NativeCallbacks.UncheckedShapeAttribute";
    public const string StatusCodeAttribute = "NativeCallbacks.StatusCodeAttribute";
    public const string FaultResultAttribute = "NativeCallbacks.FaultResultAttribute";
    public const string UserDataAttribute = "NativeCallbacks.UserDataAttribute";
    public const string CallScopedAttribute = "NativeCallbacks.CallScopedAttribute";
    public const string StaticCallbackAttribute = "NativeCallbacks.StaticCallbackAttribute";
    public const string NativeApiAttribute = "NativeCallbacks.NativeApiAttribute";
    public const string NativeTableAttribute = "NativeCallbacks.NativeTableAttribute";
    public const string SlotAttribute = "NativeCallbacks.SlotAttribute";
    public const string SymbolAttribute = "NativeCallbacks.SymbolAttribute";
    public const string NativeCallback = "NativeCallbacks.NativeCallback`1";
    public const string CallbackState = "NativeCallbacks.CallbackState`1";
    public const string Utf8Pointer = "NativeCallbacks.Utf8Pointer";
    public const string ManagedCallback = "NativeCallbacks.ManagedCallback`1";
    public const string ManagedTable = "NativeCallbacks.ManagedTable`1";
    public const string MarshalAsAttribute = "System.Runtime.InteropServices.MarshalAsAttribute";
    public const string StructLayoutAttribute = "System.Runtime.InteropServices.StructLayoutAttribute";
    public const string CallingConvention = "System.Runtime.InteropServices.CallingConvention";
    public const string UnmanagedType = "System.Runtime.InteropServices.UnmanagedType";
    public const string LibraryImportAttribute = "System.Runtime.InteropServices.LibraryImportAttribute";
    public const string SafeHandle = "System.Runtime.InteropServices.SafeHandle";
    public const string Marshal = "System.Runtime.InteropServices.Marshal";
    public const string UnmanagedFunctionPointerAttribute = "System.Runtime.InteropServices.UnmanagedFunctionPointerAttribute";
    public const string GeneratedCodeAttribute = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string ObsoleteAttribute = "System.ObsoleteAttribute";
    public const string InlineArrayAttribute = "System.Runtime.CompilerServices.InlineArrayAttribute";
    public const string Complex = "System.Numerics.Complex";
    public const string CLong = "System.Runtime.InteropServices.CLong";
    public const string CULong = "System.Runtime.InteropServices.CULong";
    public const string Span = "System.Span`1";
    public const string ReadOnlySpan = "System.ReadOnlySpan`1";
    public const string TensorSpan = "System.Numerics.Tensors.TensorSpan`1";
    public const string ReadOnlyTensorSpan = "System.Numerics.Tensors.ReadOnlyTensorSpan`1";

    /// <summary>
    /// Whether a type has that full metadata name, which is not that of a nested type; for a constructed type, its definition
    /// counts. This is called several times for each type of each signature at each edit, so it creates no string.
    /// </summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return false;
        }

        var end = metadataName.Length;
        if (named.Arity > 0)
        {
            end -= 2;
            if (metadataName[end] != '`' || metadataName[end + 1] - '0' != named.Arity)
            {
                return false;
            }
        }

        if (!EndsWith(named.Name))
        {
            return false;
        }

        for (var space = named.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (--end < 0 || metadataName[end] != '.' || !EndsWith(space.Name))
            {
                return false;
            }
        }

        return end == 0;

        bool EndsWith(string name)
        {
            end -= name.Length;
            return end >= 0 && string.CompareOrdinal(metadataName, end, name, 0, name.Length) == 0;
        }
    }

    public static bool IsSpan(this ITypeSymbol type) => type.Is(Span) || type.Is(ReadOnlySpan);

    /// <summary>Whether a type is <c>ReadOnlySpan&lt;string&gt;</c>.</summary>
    public static bool IsSpanOfTexts(this ITypeSymbol type) =>
        type.Is(ReadOnlySpan) && ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_String;

    public static bool IsTensor(this ITypeSymbol type) => type.Is(TensorSpan) || type.Is(ReadOnlyTensorSpan);

    /// <summary>The type of the elements of a span or a tensor; null for other types.</summary>
    public static ITypeSymbol? ElementType(this ITypeSymbol type) =>
        type.IsSpan() || type.IsTensor() ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    public static AttributeData? Find(this ImmutableArray<AttributeData> attributes, string metadataName) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(metadataName));

    /// <summary>The value of a named argument, or the default if it is not set or there is no attribute.</summary>
    public static T Named<T>(this AttributeData? attribute, string name, T otherwise)
    {
        foreach (var argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == name && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return otherwise;
    }
}
