using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NativeCallbacks.CodeFixes;

/// <summary>Attributes, as syntax.</summary>
internal static class NewAttribute
{
    public static AttributeListSyntax List(
        SyntaxGenerator generator, INamedTypeSymbol type, IEnumerable<AttributeArgumentSyntax> arguments, SyntaxKind target = SyntaxKind.None)
    {
        var list = SyntaxFactory.SeparatedList(arguments);
        var attribute = SyntaxFactory.Attribute(
            (NameSyntax)generator.TypeExpression(type), list.Count == 0 ? null : SyntaxFactory.AttributeArgumentList(list));
        var specifier = target == SyntaxKind.None ? null : SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(target));

        // Blanks that are no longer elastic keep the formatter away from the user's own.
        return SyntaxFactory.AttributeList(specifier, SyntaxFactory.SingletonSeparatedList(attribute)).NormalizeWhitespace();
    }

    /// <summary>A member of an enum, <c>Kind.Value</c>.</summary>
    public static AttributeArgumentSyntax Argument(SyntaxGenerator generator, INamedTypeSymbol type, string member) =>
        SyntaxFactory.AttributeArgument((ExpressionSyntax)generator.MemberAccessExpression(generator.TypeExpression(type), member));

    /// <summary>The same, for a property of the attribute: <c>Property = Kind.Value</c>.</summary>
    public static AttributeArgumentSyntax Argument(SyntaxGenerator generator, string property, INamedTypeSymbol type, string member) =>
        Argument(generator, type, member).WithNameEquals(SyntaxFactory.NameEquals(property));
}
