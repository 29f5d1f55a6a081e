using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Analyzers;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0038: the <c>UserData</c> of the managed callback whose <c>Callback</c> is passed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ContextFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.OtherContext.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site) =>
        site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && ContextArgument.Find(call, site.Model, site.Cancellation) is { } found
            ? [("Pass its UserData", editor => editor.ReplaceNode(found.Context.Expression, HandlerEdit.Member(found.Owner, "UserData").WithTriviaFrom(found.Context.Expression)))]
            : [];
}
