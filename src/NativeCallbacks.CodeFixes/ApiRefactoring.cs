using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>Offers to make a class of <c>[DllImport]</c> or <c>[LibraryImport]</c> methods a <c>[NativeApi]</c>, if all of them would be called alike.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ApiRefactoring))]
public sealed class ApiRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var syntax = root!.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>();
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (syntax is null || model!.GetDeclaredSymbol(syntax, context.CancellationToken) is not { IsStatic: true, DeclaringSyntaxReferences.Length: 1 } type)
        {
            return;
        }

        var imports = type.GetMembers().OfType<IMethodSymbol>().Select(ImportedMethod.Read).OfType<ImportedMethod>().ToList();
        if (imports.Count > 0
            && imports.Select(static import => import.Library).Distinct().Count() == 1
            && imports.TrueForAll(import => import.IsCalledAlike(model!.Compilation))
            && (type.ContainingType is null || PartialTypes.Obstacle(type.ContainingType, "") is null))
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Make '{type.Name}' a [NativeApi]",
                cancellation => ConvertAsync(context.Document, syntax, imports, cancellation),
                equivalenceKey: nameof(ApiRefactoring)));
        }
    }

    private static async Task<Document> ConvertAsync(Document document, ClassDeclarationSyntax type, List<ImportedMethod> imports, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var compilation = editor.SemanticModel.Compilation;
        var conventions = compilation.GetTypeByMetadataName(WellKnown.CallingConvention)!;
        var symbol = compilation.GetTypeByMetadataName(WellKnown.SymbolAttribute)!;
        var api = compilation.GetTypeByMetadataName(WellKnown.NativeApiAttribute)!;

        // The most frequent convention becomes that of the class; our own default is not written.
        var common = imports.GroupBy(static import => import.Convention).OrderByDescending(static group => group.Count()).First().Key;
        var converted = type.ReplaceNodes(imports.Select(static import => import.Syntax), (original, current) =>
        {
            var import = imports.First(item => item.Syntax == original);
            var arguments = new List<AttributeArgumentSyntax>();
            if (import.EntryPoint != import.Symbol.Name)
            {
                arguments.Add(Text(import.EntryPoint));
            }

            if (import.SetsLastError)
            {
                arguments.Add(SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))
                    .WithNameEquals(SyntaxFactory.NameEquals(OptionNames.SetLastError)));
            }

            if (import.Convention != common)
            {
                arguments.Add(NewAttribute.Argument(editor.Generator, OptionNames.CallingConvention, conventions, $"{import.Convention}"));
            }

            return ImportedMethod.Convert(current, NewAttribute.List(editor.Generator, symbol, arguments));
        });

        var ofClass = new List<AttributeArgumentSyntax> { Text(imports[0].Library) };
        if (common != CallingConvention.Cdecl)
        {
            ofClass.Add(NewAttribute.Argument(editor.Generator, OptionNames.CallingConvention, conventions, $"{common}"));
        }

        var leading = converted.GetLeadingTrivia();
        converted = converted.WithLeadingTrivia(Lines.Indentation(leading));
        if (!converted.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            converted = converted.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        var list = NewAttribute.List(editor.Generator, api, ofClass).WithLeadingTrivia(leading).WithTrailingTrivia(Lines.EndOfLine(type));
        converted = converted.WithAttributeLists(converted.AttributeLists.Insert(0, list));
        editor.ReplaceNode(type, converted.WithAdditionalAnnotations(Formatter.Annotation));
        return editor.GetChangedDocument();
    }

    private static AttributeArgumentSyntax Text(string text) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)));
}
