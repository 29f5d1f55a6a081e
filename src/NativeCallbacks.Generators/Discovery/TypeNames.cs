using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>How a type is named: in generated code, in messages, in metadata.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat InSource = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Without <c>nint</c> and <c>string?</c>, which came with C# 9 and 8.</summary>
    private static readonly SymbolDisplayFormat InOldSource = SymbolDisplayFormat.FullyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat InMessage = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayFormat.MinimallyQualifiedFormat.MiscellaneousOptions);

    public static string Source(ITypeSymbol type, TargetFacts target) => target.LanguageVersion >= LanguageVersion.CSharp9
        ? type.ToDisplayString(InSource)
        : type.SpecialType == SpecialType.System_Void ? "void"
        : string.Concat(type.ToDisplayParts(InOldSource).Select(InOldLanguages)).Replace("global::System.Void*", "void*");

    private static string InOldLanguages(SymbolDisplayPart part) => part.Symbol is ITypeSymbol { SpecialType: var special } ? (part.ToString(), special) switch
    {
        // Their display ignores the option for the keywords of special types.
        ("nint", SpecialType.System_IntPtr) => "global::System.IntPtr",
        ("nuint", SpecialType.System_UIntPtr) => "global::System.UIntPtr",
        (var text, _) => text,
    }
    : part.ToString();

    public static string Message(ITypeSymbol type) => type.ToDisplayString(InMessage);

    /// <summary><c>Namespace.Outer+Inner`1[Namespace.Argument]</c>; of a definition, without arguments.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var container = type.ContainingType is { } outer
            ? MetadataName(outer) + "+"
            : type.ContainingNamespace is { IsGlobalNamespace: false } space
                ? FullName(space) + "."
                : "";
        var arguments = type.IsGenericType && !type.IsDefinition && !type.IsUnboundGenericType
            ? "[" + string.Join(",", type.TypeArguments.Select(Argument)) + "]"
            : "";
        return container + type.MetadataName + arguments;
    }

    private static string FullName(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer ? FullName(outer) + "." + space.Name : space.Name;

    /// <summary>Whether the compiler did not find the type, or a type that it consists of.</summary>
    public static bool HasError(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasError(array.ElementType),
        IPointerTypeSymbol pointer => HasError(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || (!named.IsUnboundGenericType && named.TypeArguments.Any(HasError)),
        _ => false,
    };

    private static string Argument(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? MetadataName(named) : type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
