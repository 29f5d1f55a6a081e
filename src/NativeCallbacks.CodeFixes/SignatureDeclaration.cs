using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>
/// Declares a delegate as a signature: on itself, which makes a private one internal, or for the assembly in the file that
/// uses it.
/// </summary>
internal static class SignatureDeclaration
{
    /// <summary>Whether the place of the declaration is a file that people write.</summary>
    public static bool IsPossible(Project project, INamedTypeSymbol signature, Compilation compilation) =>
        !DeclarationRules.IsOwn(signature, compilation) || Home(project, signature) is not null;

    /// <param name="editor">Where the declaration is added.</param>
    /// <param name="user">The file that uses the delegate.</param>
    /// <param name="signature">The delegate.</param>
    /// <param name="asMarshalled">Whether to specify the convention that the runtime's marshaller uses, if it is not the default.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task AddAsync(SolutionEditor editor, Document user, INamedTypeSymbol signature, bool asMarshalled, CancellationToken cancellation)
    {
        var users = await editor.GetDocumentEditorAsync(user.Id, cancellation).ConfigureAwait(false);
        var compilation = users.SemanticModel.Compilation;
        if (compilation.GetTypeByMetadataName(WellKnown.NativeSignatureAttribute) is not { } attribute)
        {
            return;
        }

        var conventions = compilation.GetTypeByMetadataName(WellKnown.CallingConvention);
        var convention = asMarshalled && conventions is not null ? Convention(signature) : null;
        if (!DeclarationRules.IsOwn(signature, compilation))
        {
            var type = (TypeSyntax)users.Generator.TypeExpression(signature);
            var arguments = Arguments(users, users.OriginalRoot).Prepend(SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(type)));
            var list = NewAttribute.List(users.Generator, attribute, arguments, SyntaxKind.AssemblyKeyword);
            var endOfLine = Lines.EndOfLine(users.OriginalRoot);
            users.ReplaceNode(users.OriginalRoot, (current, _) => AttributePlacement.Add((CompilationUnitSyntax)current, list, endOfLine));
        }
        else if (Home(user.Project, signature) is { } home)
        {
            var homes = await editor.GetDocumentEditorAsync(home.Id, cancellation).ConfigureAwait(false);
            var declaration = (DelegateDeclarationSyntax)await signature.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellation).ConfigureAwait(false);
            var list = NewAttribute.List(homes.Generator, attribute, Arguments(homes, declaration));
            var isHidden = DeclarationRules.CanBeMadeInternal(signature, compilation);
            homes.ReplaceNode(declaration, (current, generator) =>
            {
                var declared = AttributePlacement.Add((DelegateDeclarationSyntax)current, declaration, list);
                return isHidden ? WiderAccess.Of(declared, generator) : declared;
            });
        }

        IEnumerable<AttributeArgumentSyntax> Arguments(DocumentEditor documentEditor, SyntaxNode place)
        {
            Imports.Add(documentEditor, place, attribute);
            if (convention is null)
            {
                return [];
            }

            Imports.Add(documentEditor, place, conventions!);
            return [NewAttribute.Argument(documentEditor.Generator, OptionNames.CallingConvention, conventions!, convention)];
        }
    }

    /// <summary>An <c>[UnmanagedFunctionPointer]</c> is kept: it is supported, and other code may need it.</summary>
    private static string? Convention(INamedTypeSymbol signature) =>
        MarshallerRules.FunctionPointerAttribute(signature) is null
        && MarshallerRules.Convention(signature) is not CallingConvention.Cdecl and var convention
            ? convention.ToString()
            : null;

    private static Document? Home(Project project, INamedTypeSymbol signature) =>
        signature.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } tree
        && project.GetDocument(tree) is { } document and not SourceGeneratedDocument
            ? document
            : null;
}
