using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.Generators.Analyzers;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0019: the declaration of a signature that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclarationFix : DeclaringFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.NoSuchMember.Id);

    private protected override async Task<Remedy?> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root!.FindToken(span.Start).Parent is SimpleNameSyntax { Parent: ExpressionSyntax use }
            && UsageAnalyzer.FindSignature(use, model!, cancellation) is INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature
            && DeclarationRules.FindDeclaration(signature, model!.Compilation) is null
            && !GenericRules.IsOpen(signature)
            && SignatureDeclaration.IsPossible(document.Project, signature, model.Compilation)
                ? new Remedy($"Add [NativeSignature] to '{TypeNames.Message(signature)}'", signature, AsMarshalled: false, static _ => { })
                : null;
    }
}
