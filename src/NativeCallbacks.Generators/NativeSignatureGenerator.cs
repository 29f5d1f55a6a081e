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
    }

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

        // One file each.
        context.RegisterSourceOutput(ownSignatures, Write);
        context.RegisterSourceOutput(foreignSignatures, Write);
    }

    private static EquatableArray<SignatureModel> ReadOwn(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Models(context.Attributes, attribute => SignatureReader.ReadOwn((INamedTypeSymbol)context.TargetSymbol, attribute, context.SemanticModel.Compilation));

    private static EquatableArray<SignatureModel> ReadForeign(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Models(context.Attributes, attribute => SignatureReader.ReadForeign(attribute, context.SemanticModel.Compilation));

    private static EquatableArray<SignatureModel> Models(ImmutableArray<AttributeData> attributes, System.Func<AttributeData, SignatureReading> read) =>
        attributes.Select(read)
            .Select(static reading => reading.Model)
            .OfType<SignatureModel>()
            .ToEquatableArray();

    private static void Write(SourceProductionContext context, SignatureModel signature) =>
        context.AddSource(Names.HintName(signature.MetadataName), SignatureSource.Write(signature));
}
