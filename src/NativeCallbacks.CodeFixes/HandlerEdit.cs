using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NativeCallbacks.CodeFixes;

/// <summary>Expressions about managed callbacks, as syntax.</summary>
internal static class HandlerEdit
{
    public static MemberAccessExpressionSyntax Member(ExpressionSyntax owner, string member) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, owner.WithoutTrivia(), SyntaxFactory.IdentifierName(member));
}
