using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Emission;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators;

/// <summary>Writes the calls of every delegate that is declared with <c>[NativeSignature]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NativeSignatureGenerator : IIncrementalGenerator
{
    /// <summary>The names of the stages, for the caching tests.</summary>
    internal static class Stages
    {
        public const string OwnSignatures = nameof(OwnSignatures);
        public const string ForeignSignatures = nameof(ForeignSignatures);
        public const string StaticCallbacks = nameof(StaticCallbacks);
    }

    private static readonly DeclarationCache<EquatableArray<DeclarationModel>> Signatures = new();
    private static readonly DeclarationCache<StaticCallbackModel?> Callbacks = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Delegates that carry the attribute.
        var ownSignatures = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.NativeSignatureAttribute,
                static (node, _) => node is DelegateDeclarationSyntax,
                ReadOwn)
            .SelectMany(static (signatures, _) => signatures)
            .WithTrackingName(Stages.OwnSignatures);

        // Delegates that an attribute of the assembly names.
        var foreignSignatures = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.NativeSignatureAttribute,
                static (node, _) => node is CompilationUnitSyntax,
                ReadForeign)
            .SelectMany(static (signatures, _) => signatures)
            .WithTrackingName(Stages.ForeignSignatures);

        // Static methods that native code can call.
        var staticCallbacks = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.StaticCallbackAttribute,
                static (node, _) => node is PropertyDeclarationSyntax or MethodDeclarationSyntax,
                ReadStatic)
            .WithTrackingName(Stages.StaticCallbacks);

        // One file each.
        context.RegisterSourceOutput(ownSignatures, Write);
        context.RegisterSourceOutput(foreignSignatures, Write);
        context.RegisterSourceOutput(staticCallbacks, Write);
    }

    private static EquatableArray<DeclarationModel> ReadOwn(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => Read(
        context, attribute => SignatureReader.ReadOwn((INamedTypeSymbol)context.TargetSymbol, attribute, context.SemanticModel.Compilation), cancellation);

    private static EquatableArray<DeclarationModel> ReadForeign(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => Read(
        context, attribute => SignatureReader.ReadForeign(attribute, context.SemanticModel.Compilation), cancellation);

    private static EquatableArray<DeclarationModel> Read(
        GeneratorAttributeSyntaxContext context, System.Func<AttributeData, SignatureReading> read, CancellationToken cancellation) =>
        Signatures.Get(context.TargetNode, context.SemanticModel.Compilation, () => Models(context.Attributes, read, cancellation), cancellation);

    private static StaticCallbackModel? ReadStatic(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => Callbacks.Get(
        context.TargetNode,
        context.SemanticModel.Compilation,
        () => StaticCallbackReader.Read(context.TargetSymbol, context.Attributes[0], context.SemanticModel.Compilation).Model,
        cancellation);

    private static EquatableArray<DeclarationModel> Models(
        ImmutableArray<AttributeData> attributes, System.Func<AttributeData, SignatureReading> read, CancellationToken cancellation) =>
        attributes
            .Select(attribute =>
            {
                cancellation.ThrowIfCancellationRequested();
                return read(attribute).Model;
            })
            .OfType<DeclarationModel>()
            .ToEquatableArray();

    private static void Write(SourceProductionContext context, StaticCallbackModel? callback)
    {
        if (callback is not null)
        {
            context.AddSource(StaticCallbackSource.HintName(callback), StaticCallbackSource.Write(callback));
        }
    }

    private static void Write(SourceProductionContext context, DeclarationModel declaration) =>
        context.AddSource(SignatureSource.HintName(declaration), SignatureSource.Write(declaration));
}
