using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace NativeCallbacks.CodeFixes;

/// <summary>
/// A fix that edits only the document of its diagnostic. Fixes with the same title are of one kind, and can be applied together: by
/// one editor, because the batch fixer drops edits if two of them add the same using.
/// </summary>
public abstract class DocumentFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await EditAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (title, _) in Offers(Site.Of(diagnostic, root!, model!, context.CancellationToken)))
            {
                var action = CodeAction.Create(
                    title, cancellation => EditAsync(context.Document, ImmutableArray.Create(diagnostic), title, cancellation), equivalenceKey: title);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The fixes for a location, the most likely first.</summary>
    private protected abstract IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site);

    private async Task<Document> EditAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? title, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            Offers(Site.Of(diagnostic, editor.OriginalRoot, editor.SemanticModel, cancellation))
                .FirstOrDefault(offer => offer.Title == title).Edit?.Invoke(editor);
        }

        return editor.GetChangedDocument();
    }

    /// <summary>The location of a diagnostic.</summary>
    /// <param name="Node">What has the first token that is underlined.</param>
    /// <param name="Model">The meaning of the document.</param>
    /// <param name="Cancellation">Ends the work early.</param>
    private protected sealed record Site(SyntaxNode Node, SemanticModel Model, CancellationToken Cancellation)
    {
        public static Site Of(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellation) =>
            new(root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!, model, cancellation);

        public INamedTypeSymbol? FindType(string metadataName) => Model.Compilation.GetTypeByMetadataName(metadataName);
    }
}
