using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The types that have no C equivalent, each with the fact and the remedy.</summary>
internal static class RejectedTypes
{
    private const string OwnStruct = "declare a struct with the native layout";
    private const string CannotPassLengths = "cannot pass its lengths here";
    private const string Address = "use nint or a pointer";
    private const string AsParameter = "take it by value or by 'in', or use nint or a pointer";

    private static readonly Dictionary<string, (string Fact, string Remedy)> ByName = new()
    {
        ["System.Boolean"] = ("has no fixed width in C", "use byte (C's bool) or int (Win32's BOOL)"),
        ["System.Char"] = ("is 16 bits wide, unlike C's char", "use byte for char, ushort for char16_t or int for wchar_t"),
        ["System.Decimal"] = ("C does not have", "pass a double, or " + OwnStruct),
        ["System.Half"] = ("the runtime does not pass to native code", "use ushort for its bits, or float"),
        ["System.Int128"] = ("the runtime does not pass to native code", "pass a pointer to it"),
        ["System.UInt128"] = ("the runtime does not pass to native code", "pass a pointer to it"),
        ["System.DateTime"] = ("has a .NET-specific layout", "pass a long, as ticks or as seconds since 1970"),
        ["System.DateTimeOffset"] = ("has a .NET-specific layout", "pass a long, as ticks or as seconds since 1970"),
        ["System.TimeSpan"] = ("has a .NET-specific layout", "pass a long, as ticks, or a double, as seconds"),
        ["System.Nullable`1"] = ("has a .NET-specific layout", "pass a pointer, or a separate flag"),
        ["System.Numerics.Vector`1"] = ("has a different width on each machine", "use Vector2, Vector3 or Vector4, or pass a span"),
        ["System.Runtime.Intrinsics.Vector64`1"] = ("the runtime does not pass to native code", "pass a pointer to it, or a span of its elements"),
        ["System.Runtime.Intrinsics.Vector128`1"] = ("the runtime does not pass to native code", "pass a pointer to it, or a span of its elements"),
        ["System.Runtime.Intrinsics.Vector256`1"] = ("the runtime does not pass to native code", "pass a pointer to it, or a span of its elements"),
        ["System.Runtime.Intrinsics.Vector512`1"] = ("the runtime does not pass to native code", "pass a pointer to it, or a span of its elements"),
        ["System.Memory`1"] = ("native code cannot read", Address),
        ["System.ReadOnlyMemory`1"] = ("native code cannot read", Address),
        ["System.Text.StringBuilder"] = ("native code cannot write to", Address),
        ["System.String"] = ("can only be a result, or a parameter by value or by 'out'", "use Utf8Pointer here"),
        ["System.Span`1"] = ("cannot pass its length here", Address),
        ["System.ReadOnlySpan`1"] = ("cannot pass its length here", Address),
        [WellKnown.TensorSpan] = (CannotPassLengths, AsParameter),
        [WellKnown.ReadOnlyTensorSpan] = (CannotPassLengths, AsParameter),
        ["System.Numerics.Tensors.Tensor`1"] = ("native code cannot read", Address),
    };

    /// <summary>The full names by the plain ones.</summary>
    private static readonly Dictionary<string, string> FullNames = ByName.Keys.ToDictionary(static name => name.Split('.').Last().Split('`').First());

    /// <summary>
    /// The remedy for a plain parameter, if a span or a tensor with a shape can replace the type; null for all
    /// others.
    /// </summary>
    /// <param name="type">The type, which is rejected.</param>
    /// <param name="reject">Says why a type cannot be an element; null if it can.</param>
    public static string? ShapedInstead(ITypeSymbol type, Func<ITypeSymbol, TypeRejection?> reject)
    {
        var (shaped, element) = type switch
        {
            IArrayTypeSymbol array => ("Span", array.ElementType),
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } when type.Is("System.Memory`1") => ("Span", arguments[0]),
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } when type.Is("System.ReadOnlyMemory`1") => ("ReadOnlySpan", arguments[0]),
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } when type.Is("System.Numerics.Tensors.Tensor`1") => ("TensorSpan", arguments[0]),
            _ => ("", null),
        };
        if (element is null)
        {
            return type.Is("System.Text.StringBuilder") ? "use Span<byte> with [Shape]" : null;
        }

        return reject(element) switch
        {
            null => $"use {shaped}<{TypeNames.Message(element)}> with [Shape]",
            _ when element.SpecialType == SpecialType.System_String => "use ReadOnlySpan<string> with [Shape]",
            _ when element.IsReferenceType => $"use {shaped}<nint> with [Shape], with an address for each element",
            { } rejection => $"use {shaped}<T> with [Shape], whose T is not '{TypeNames.Message(element)}': {rejection.Remedy}",
        };
    }

    /// <summary>The rejection of a type that depends only on its name or kind; null for other types.</summary>
    public static TypeRejection? Find(ITypeSymbol type)
    {
        if (FullNames.TryGetValue(type.Name, out var fullName) && type.Is(fullName) && ByName[fullName] is var known)
        {
            return new TypeRejection(type, known.Fact, known.Remedy);
        }

        return type switch
        {
            { IsTupleType: true } => new(type, "has a layout that the runtime chooses", "declare a struct with the same fields"),
            IArrayTypeSymbol => new(type, "native code cannot access", Address),
            IFunctionPointerTypeSymbol { Signature.CallingConvention: System.Reflection.Metadata.SignatureCallingConvention.Default } =>
                new(type, "only managed code can call", "use NativeCallback<T>, or delegate* unmanaged"),
            { TypeKind: TypeKind.Delegate } => new(type, "is a managed object", $"use NativeCallback<{TypeNames.Message(type)}>"),
            _ when HandleRules.IsHandle(type) =>
                new(type, "is a managed object that owns a handle", "take it by value or by 'out', or use nint"),
            { IsReferenceType: true } or { TypeKind: TypeKind.Dynamic } =>
                new(type, "is a managed object", "pass nint for a handle, or a struct for data"),
            { IsRefLikeType: true } => new(type, "is a ref struct and can hold managed references", "use a struct that is not a ref struct, or nint"),
            _ => null,
        };
    }
}

/// <summary>Why a type cannot be passed by value.</summary>
/// <param name="Type">The culprit: the type itself, or that of the field.</param>
/// <param name="Fact">What is wrong with it, after "which".</param>
/// <param name="Remedy">What to write instead, in the imperative.</param>
/// <param name="Field">The path of the field, from the outermost struct; null if the type itself is rejected.</param>
internal sealed record TypeRejection(ITypeSymbol Type, string Fact, string Remedy, string? Field = null)
{
    public TypeRejection Inside(string field) => this with { Field = Field is null ? field : $"{field}.{Field}" };
}
