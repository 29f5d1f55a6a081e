using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0024: <c>using</c> before the declaration of the owner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DisposalFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.NeverDisposed.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site)
    {
        // A switch section has no place for a using declaration, and one for several variables would dispose them all.
        if (site.Node is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement }
            })
        {
            return [];
        }

        return [("Declare it with 'using'", editor => editor.ReplaceNode(statement, static (current, _) =>
        {
            var keyword = SyntaxFactory.Token(current.GetLeadingTrivia(), SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
            return ((LocalDeclarationStatementSyntax)current).WithoutLeadingTrivia().WithUsingKeyword(keyword);
        }))];
    }
}
