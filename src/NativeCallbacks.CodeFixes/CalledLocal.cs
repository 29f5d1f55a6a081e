using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.CodeFixes;

/// <summary>A local variable whose delegate is only called, so that it can hold a callback instead.</summary>
/// <param name="Type">Its type, as declared.</param>
/// <param name="Callees">Where it is called, <c>f(1)</c>, which becomes <c>f.Invoke(1)</c>.</param>
internal sealed record CalledLocal(TypeSyntax Type, IReadOnlyList<IdentifierNameSyntax> Callees)
{
    /// <summary>
    /// The variable of which an expression is the initial value; null if there is none, or several are declared together.
    /// </summary>
    public static VariableDeclaratorSyntax? FindDeclaration(
        ExpressionSyntax value, ITypeSymbol type, SemanticModel model, CancellationToken cancellation) =>
        value.Parent is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax }
            } declarator
        }
        && SymbolEqualityComparer.Default.Equals((model.GetDeclaredSymbol(declarator, cancellation) as ILocalSymbol)?.Type, type)
            ? declarator
            : null;

    /// <summary>All places that name the variable.</summary>
    public static IReadOnlyList<IdentifierNameSyntax> Uses(VariableDeclaratorSyntax declarator, SemanticModel model, CancellationToken cancellation)
    {
        var local = model.GetDeclaredSymbol(declarator, cancellation);
        var scope = declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!.Parent!;
        scope = scope is GlobalStatementSyntax ? scope.Parent! : scope;
        return scope.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == declarator.Identifier.ValueText
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, local))
            .ToList();
    }

    /// <summary>The variable; null if it is used for more than calls.</summary>
    public static CalledLocal? Find(
        VariableDeclaratorSyntax declarator, IReadOnlyList<IdentifierNameSyntax> uses, SemanticModel model, CancellationToken cancellation)
    {
        var byUse = uses.ToLookup(use => DelegateUses.Of(use, model, cancellation));
        return byUse.Contains(DelegateUse.Kept)
            ? null
            : new CalledLocal(((VariableDeclarationSyntax)declarator.Parent!).Type, byUse[DelegateUse.Called].ToList());
    }

    public static MemberAccessExpressionSyntax Member(ExpressionSyntax expression, string name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, expression, SyntaxFactory.IdentifierName(name));

    public void Rewrite(DocumentEditor editor, TypeSyntax callbackType)
    {
        if (!Type.IsVar)
        {
            editor.ReplaceNode(Type, callbackType.WithTriviaFrom(Type));
        }

        foreach (var callee in Callees)
        {
            editor.ReplaceNode(callee, Member(callee.WithoutTrailingTrivia(), MemberNames.Invoke).WithTrailingTrivia(callee.GetTrailingTrivia()));
        }
    }
}
