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
                static (member, _) => StaticCallbackReader.Read(member.TargetSymbol, member.Attributes[0], member.SemanticModel.Compilation).Model)
            .WithTrackingName(Stages.StaticCallbacks);

        // One file each.
        context.RegisterSourceOutput(ownSignatures, Write);
        context.RegisterSourceOutput(foreignSignatures, Write);
        context.RegisterSourceOutput(staticCallbacks, Write);
    }

    private static EquatableArray<DeclarationModel> ReadOwn(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Models(context.Attributes, attribute => SignatureReader.ReadOwn((INamedTypeSymbol)context.TargetSymbol, attribute, context.SemanticModel.Compilation));

    private static EquatableArray<DeclarationModel> ReadForeign(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Models(context.Attributes, attribute => SignatureReader.ReadForeign(attribute, context.SemanticModel.Compilation));

    private static EquatableArray<DeclarationModel> Models(ImmutableArray<AttributeData> attributes, System.Func<AttributeData, SignatureReading> read) =>
        attributes.Select(read)
            .Select(static reading => reading.Model)
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
