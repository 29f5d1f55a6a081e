using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Emission;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators;

/// <summary>Writes the calls of every delegate that is declared with <c>[NativeSignature]</c>, of every <c>[NativeApi]</c> and of every <c>[NativeTable]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NativeSignatureGenerator : IIncrementalGenerator
{
    /// <summary>The names of the stages, for the caching tests.</summary>
    internal static class Stages
    {
        public const string OwnSignatures = nameof(OwnSignatures);
        public const string ForeignSignatures = nameof(ForeignSignatures);
        public const string StaticCallbacks = nameof(StaticCallbacks);
        public const string Apis = nameof(Apis);
        public const string Tables = nameof(Tables);
    }

    private static readonly DeclarationCache<EquatableArray<DeclarationModel>> Signatures = new();
    private static readonly DeclarationCache<StaticCallbackModel?> Callbacks = new();
    private static readonly DeclarationCache<ApiModel?> Apis = new();
    private static readonly DeclarationCache<TableModel?> Tables = new();

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

        // Classes with the functions of a library.
        var apis = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.NativeApiAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                ReadApi)
            .WithTrackingName(Stages.Apis);

        // Interfaces that describe tables of functions.
        var tables = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.NativeTableAttribute,
                static (node, _) => node is InterfaceDeclarationSyntax,
                ReadTable)
            .WithTrackingName(Stages.Tables);

        // One file each.
        context.RegisterSourceOutput(ownSignatures, Write);
        context.RegisterSourceOutput(foreignSignatures, Write);
        context.RegisterSourceOutput(staticCallbacks, Write);
        context.RegisterSourceOutput(apis, Write);
        context.RegisterSourceOutput(tables, Write);
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

    private static ApiModel? ReadApi(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => !IsFirst(context) ? null : Apis.Get(
        context.TargetNode,
        context.SemanticModel.Compilation,
        () => ApiReader.Read((INamedTypeSymbol)context.TargetSymbol, context.Attributes[0], context.SemanticModel.Compilation).Model,
        cancellation);

    private static TableModel? ReadTable(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => !IsFirst(context) ? null : Tables.Get(
        context.TargetNode,
        context.SemanticModel.Compilation,
        () => TableReader.Read((INamedTypeSymbol)context.TargetSymbol, context.Attributes[0], context.SemanticModel.Compilation).Model,
        cancellation);

    /// <summary>Whether no declaration of the same type before this one has the attribute. Two are an error of the compiler, and one file.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context) =>
        context.TargetSymbol.GetAttributes()
            .First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, context.Attributes[0].AttributeClass))
            .ApplicationSyntaxReference is { } first
        && first.SyntaxTree == context.TargetNode.SyntaxTree
        && context.TargetNode.Span.Contains(first.Span);

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

    private static void Write(SourceProductionContext context, ApiModel? api)
    {
        if (api is not null)
        {
            context.AddSource(ApiSource.HintName(api), ApiSource.Write(api));
        }
    }

    private static void Write(SourceProductionContext context, TableModel? table)
    {
        if (table is not null)
        {
            context.AddSource(TableSource.HintName(table), TableSource.Write(table));
        }
    }

    private static void Write(SourceProductionContext context, DeclarationModel declaration) =>
        context.AddSource(SignatureSource.HintName(declaration), SignatureSource.Write(declaration));
}
