using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0013: a private delegate becomes internal, if that is all that generated code needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AccessFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.Inaccessible.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site) =>
        site.Node is DelegateDeclarationSyntax declaration
        && site.Model.GetDeclaredSymbol(declaration, site.Cancellation) is INamedTypeSymbol signature
        && DeclarationRules.CanBeMadeInternal(signature, site.Model.Compilation)
            ? [("Make it internal", editor => editor.ReplaceNode(declaration, WiderAccess.Of))]
            : [];
}
