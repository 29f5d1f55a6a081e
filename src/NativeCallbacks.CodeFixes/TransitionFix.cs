using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0010: removes <c>SuppressGCTransition</c> from the declaration of a signature that takes a callback.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TransitionFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.CallbackWithoutTransition.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site)
    {
        var place = site.Node.AncestorsAndSelf().FirstOrDefault(static node => node is AttributeSyntax or DelegateDeclarationSyntax);
        var attribute = place is DelegateDeclarationSyntax declaration
            ? declaration.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(IsDeclaration)
            : place as AttributeSyntax;
        if (attribute?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == OptionNames.SuppressGCTransition) is not { } argument)
        {
            return [];
        }

        SyntaxNode removed = attribute.ArgumentList.Arguments.Count == 1 ? attribute.ArgumentList : argument;
        return [($"Remove {OptionNames.SuppressGCTransition}", editor => editor.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia))];

        bool IsDeclaration(AttributeSyntax candidate) =>
            site.Model.GetSymbolInfo(candidate, site.Cancellation).Symbol?.ContainingType.Is(WellKnown.NativeSignatureAttribute) == true;
    }
}
