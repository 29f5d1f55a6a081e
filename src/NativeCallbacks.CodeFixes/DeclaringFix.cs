using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>
/// A fix that declares a signature, in the file where the declaration belongs. Several fixes are applied together, so that each declaration is written once.
/// </summary>
public abstract class DeclaringFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AtOnce(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            if (await FindAsync(document, span, context.CancellationToken).ConfigureAwait(false) is { } remedy)
            {
                var action = CodeAction.Create(
                    remedy.Title, cancellation => ApplyAsync(document.Project.Solution, [(document, span)], cancellation), equivalenceKey: GetType().Name);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The fix for the location of a diagnostic; null if there is none.</summary>
    private protected abstract Task<Remedy?> FindAsync(Document document, TextSpan span, CancellationToken cancellation);

    private async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<(Document Document, TextSpan Span)> places, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        var declared = new HashSet<(ProjectId, string)>();
        foreach (var (document, span) in places)
        {
            if (await FindAsync(document, span, cancellation).ConfigureAwait(false) is not { } remedy)
            {
                continue;
            }

            var documentEditor = await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false);
            remedy.Rewrite(documentEditor);
            if (DeclarationRules.FindDeclaration(remedy.Signature, documentEditor.SemanticModel.Compilation) is null
                && declared.Add((document.Project.Id, TypeNames.MetadataName(remedy.Signature))))
            {
                await SignatureDeclaration.AddAsync(editor, document, remedy.Signature, remedy.AsMarshalled, cancellation).ConfigureAwait(false);
            }
        }

        return editor.GetChangedSolution();
    }

    /// <summary>One location and its fix.</summary>
    /// <param name="Title">The offer.</param>
    /// <param name="Signature">The delegate to declare, if it is not declared yet.</param>
    /// <param name="AsMarshalled">Whether the declaration keeps the convention by which the runtime's marshaller calls.</param>
    /// <param name="Rewrite">What else is changed in the file.</param>
    private protected sealed record Remedy(string Title, INamedTypeSymbol Signature, bool AsMarshalled, Action<DocumentEditor> Rewrite);

    private sealed class AtOnce(DeclaringFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var places = new List<(Document Document, TextSpan Span)>();
            foreach (var document in Documents(context))
            {
                var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                places.AddRange(diagnostics.Select(diagnostic => (document, diagnostic.Location.SourceSpan)));
            }

            return CodeAction.Create(
                "Fix all", cancellation => fix.ApplyAsync(context.Solution, places, cancellation), equivalenceKey: context.CodeActionEquivalenceKey);
        }

        private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
        {
            FixAllScope.Document => [context.Document!],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents),
        };
    }
}
