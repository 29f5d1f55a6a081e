using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.PackageTests.PublicSurface;

/// <summary>
/// The public types and members of an assembly, as lines of C#, one for each with all that it says of itself: attributes,
/// nullability, default values, constraints. The members of a type stand below it, indented.
/// </summary>
internal static class SurfaceWriter
{
    private const string Indent = "    ";

    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Members = Types
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue);

    private static readonly SymbolDisplayFormat Properties = new(
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        typeQualificationStyle: Members.TypeQualificationStyle,
        genericsOptions: Members.GenericsOptions,
        memberOptions: Members.MemberOptions | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: Parameters.ParameterOptions,
        miscellaneousOptions: Members.MiscellaneousOptions);

    private static SymbolDisplayFormat Parameters => Types
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue);

    public static IEnumerable<string> Write(IAssemblySymbol assembly) => Namespaces(assembly.GlobalNamespace)
        .SelectMany(static space => space.GetTypeMembers())
        .Where(IsVisible)
        .OrderBy(static type => type.ContainingNamespace.ToDisplayString(), System.StringComparer.Ordinal)
        .ThenBy(static type => type.MetadataName, System.StringComparer.Ordinal)
        .GroupBy(static type => type.ContainingNamespace, SymbolEqualityComparer.Default)
        .SelectMany(static space => space.SelectMany(static type => Write(type).Prepend("")).Prepend($"namespace {space.Key}").Prepend(""))
        .Skip(1);

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static IEnumerable<string> Write(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Types);
        var accessibility = SyntaxFacts.GetText(type.DeclaredAccessibility);
        return type.DelegateInvokeMethod is { } invoke
            ? [$"{Attributes(type)}{ReturnAttributes(invoke)}{accessibility} delegate {invoke.ReturnType.ToDisplayString(Types)} {name}({List(invoke)}){Constraints(type)}"]
            : [$"{Attributes(type)}{accessibility} {Modifiers(type)}{Kind(type)} {name}{Bases(type)}{Constraints(type)}", .. MembersOf(type).Select(static line => Indent + line)];
    }

    private static IEnumerable<string> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .Where(static member => IsVisible(member) && !IsAccessor(member) && !IsDefaultConstructor(member))
        // An enumeration is read in the order of its values, all else by name.
        .OrderBy(static member => member.Kind == SymbolKind.Field ? 0 : member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? 1 : 2)
        .ThenBy(static member => member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } ? "" : member.Name, System.StringComparer.Ordinal)
        .SelectMany(Write);

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };

    /// <summary>That of a struct, which every struct has.</summary>
    private static bool IsDefaultConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true };

    private static IEnumerable<string> Write(ISymbol member) => member switch
    {
        INamedTypeSymbol nested => Write(nested),
        IMethodSymbol method =>
            [$"{Attributes(method)}{ReturnAttributes(method)}{method.ToDisplayString(Members)}({List(method)}){Constraints(method)}"],
        IPropertySymbol property => [Attributes(property) + property.ToDisplayString(Properties)],
        _ => [Attributes(member) + member.ToDisplayString(Members)],
    };

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => "struct",
        TypeKind.Enum => "enum",
        TypeKind.Interface => "interface",
        _ => "class",
    };

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        { IsRefLikeType: true, IsReadOnly: true } => "readonly ref ",
        { IsRefLikeType: true } => "ref ",
        { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
        _ => "",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = new[] { type.BaseType }.OfType<INamedTypeSymbol>()
            .Where(static type => type.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum))
            .Concat(type.Interfaces)
            .Concat(type.EnumUnderlyingType is { SpecialType: not SpecialType.System_Int32 } integer ? [integer] : [])
            .Select(static type => type.ToDisplayString(Types))
            .ToArray();
        return bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string List(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter =>
        Attributes(parameter)
        + (method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "")
        + parameter.ToDisplayString(Parameters)));

    /// <summary>What the name with its constraints has more than the name.</summary>
    private static string Constraints(ISymbol symbol) =>
        symbol.ToDisplayString(Types.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints))[symbol.ToDisplayString(Types).Length..];

    private static string Attributes(ISymbol symbol) => string.Concat(Written(symbol.GetAttributes()).Select(static text => $"[{text}] "));

    private static string ReturnAttributes(IMethodSymbol method) =>
        string.Concat(Written(method.GetReturnTypeAttributes()).Select(static text => $"[return: {text}] "));

    /// <summary>Without those that the compiler writes for itself.</summary>
    private static IEnumerable<string> Written(IEnumerable<AttributeData> attributes) => attributes
        .Where(static attribute => attribute.AttributeClass!.ContainingNamespace.ToDisplayString() != "System.Runtime.CompilerServices")
        .Select(static attribute =>
        {
            var arguments = attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument])
                .Select(static argument => argument.ToCSharpString())
                .Concat(attribute.NamedArguments.Select(static argument => $"{argument.Key} = {argument.Value.ToCSharpString()}"))
                .ToArray();
            var name = attribute.AttributeClass!.Name[..^"Attribute".Length];
            return arguments.Length == 0 ? name : $"{name}({string.Join(", ", arguments)})";
        })
        .Order(System.StringComparer.Ordinal);
}
