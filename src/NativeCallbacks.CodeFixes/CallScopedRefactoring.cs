using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>Offers <c>[CallScoped]</c> for the callbacks of signatures that take no destroy function. Only the user knows whether it is true.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CallScopedRefactoring))]
public sealed class CallScopedRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>() is not { Parent.Parent: DelegateDeclarationSyntax } syntax)
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model!.GetDeclaredSymbol(syntax, context.CancellationToken) is IParameterSymbol parameter && CallScopedReader.CanBeMarked(parameter, model!.Compilation))
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Mark '{parameter.Name}' [CallScoped]: native code does not use it after the call",
                cancellation => MarkAsync(context.Document, syntax, cancellation),
                equivalenceKey: nameof(CallScopedRefactoring)));
        }
    }

    private static async Task<Document> MarkAsync(Document document, ParameterSyntax parameter, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var attribute = editor.SemanticModel.Compilation.GetTypeByMetadataName(WellKnown.CallScopedAttribute)!;
        editor.ReplaceNode(parameter, (current, generator) => AttributePlacement.Add((ParameterSyntax)current, NewAttribute.List(generator, attribute, [])));
        return editor.GetChangedDocument();
    }
}
