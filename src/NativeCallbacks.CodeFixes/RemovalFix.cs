using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>
/// NCB0014: removes the second declaration of a signature, unless it has options that the first may lack. NCB0021: removes a fault
/// result that does not fit, if the default is a failure.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemovalFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.DeclaredTwice.Id, Rules.FaultResult.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root!.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && (diagnostic.Id == Rules.DeclaredTwice.Id ? HasNoOptions(attribute) : DefaultIsFailure(attribute, model!, context.CancellationToken)))
            {
                var title = $"Remove [{attribute.Name}]";
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => RemoveAsync(context.Document, attribute, cancellation), equivalenceKey: title), diagnostic);
            }
        }
    }

    private static async Task<Document> RemoveAsync(Document document, AttributeSyntax attribute, CancellationToken cancellation)
    {
        if (attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list)
        {
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            return document.WithText(text.WithChanges(new TextChange(WithItsLine(list.Span, text), "")));
        }

        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    private static bool HasNoOptions(AttributeSyntax attribute) =>
        attribute.ArgumentList is not { } list || list.Arguments.All(static argument => argument.NameEquals is null);

    /// <summary>Whether the attribute is a fault result of a signature with a status code.</summary>
    private static bool DefaultIsFailure(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType.Is(WellKnown.FaultResultAttribute) == true
        && attribute.FirstAncestorOrSelf<DelegateDeclarationSyntax>() is { } declaration
        && model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
        && invoke.GetReturnTypeAttributes().Find(WellKnown.StatusCodeAttribute) is not null;

    /// <summary>The lines of a text that has nothing else on them; otherwise the text and the spaces up to the next.</summary>
    private static TextSpan WithItsLine(TextSpan span, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var end = span.End;
        while (end < last.End && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end == last.End && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start)))
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : TextSpan.FromBounds(span.Start, end);
    }
}
