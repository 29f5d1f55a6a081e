using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Types of the user that generated code is a part of.</summary>
internal static class PartialTypes
{
    /// <summary>The type, for its generated part.</summary>
    public static PartialTypeModel Read(INamedTypeSymbol type, TargetFacts target) => new(
        TypeNames.Source(type, target),
        TypeNames.MetadataName(type),
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        DeclarationRules.SelfAndContainers(type).Reverse().Select(Part).ToEquatableArray());

    /// <summary>Why no part can be written for a type, and the remedy; null if one can.</summary>
    /// <param name="type">The type.</param>
    /// <param name="problemOfGeneric">Why a generic type cannot be used, as a clause.</param>
    public static (string Reason, string Remedy)? Obstacle(INamedTypeSymbol type, string problemOfGeneric)
    {
        foreach (var item in DeclarationRules.SelfAndContainers(type))
        {
            if (item.IsFileLocal)
            {
                return ($"'{TypeNames.Message(item)}' is local to its file, and the generated body is in another", "remove 'file'");
            }

            if (item.IsGenericType)
            {
                return ($"'{TypeNames.Message(item)}' is generic, and {problemOfGeneric}", "move it to a type that is not generic");
            }

            if (!IsPartial(item))
            {
                return ($"'{TypeNames.Message(item)}' is not partial", "declare the type partial");
            }

            if (GeneratedNames.FindKeyword(item) is { } keyword)
            {
                return ($"the type '{TypeNames.Message(keyword)}' has a name that is a keyword to generated code", "rename it");
            }
        }

        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (GeneratedNames.FindKeyword(space) is { } keyword)
            {
                return ($"the type '{TypeNames.Message(keyword)}' has a name that is a keyword to generated code", "rename it");
            }
        }

        return null;
    }

    /// <summary>Whether the generator wrote a file: the compiler puts its files into a folder with its name.</summary>
    public static bool IsGenerated(SyntaxTree tree) =>
        Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == ReservedNames.GeneratorType;

    public static bool IsPartial(ISymbol symbol) => symbol.DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is MemberDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static TypePartModel Part(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return new TypePartModel(keyword, type.Name, type.TypeParameters.Select(static parameter => parameter.Name).ToEquatableArray());
    }
}
