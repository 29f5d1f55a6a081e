using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Benchmarks.BuildTime.Sources;
using NativeCallbacks.Generators;
using NativeCallbacks.Generators.Analyzers;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>A generator, the analyzers that come with it, and the projects that they work for.</summary>
/// <param name="Name">As tables name it.</param>
/// <param name="CreateGenerator">Makes a new generator.</param>
/// <param name="Analyzers">The analyzers; none with the idle one.</param>
/// <param name="SourcesOf">The sources of a project with a number of declarations.</param>
/// <param name="FilesWritten">How many files the generator writes for a number of declarations.</param>
internal sealed record Contender(
    string Name,
    Func<ISourceGenerator> CreateGenerator,
    ImmutableArray<DiagnosticAnalyzer> Analyzers,
    Func<int, ConsumerSources> SourcesOf,
    Func<int, int> FilesWritten)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> OurAnalyzers =
        [new SignatureAnalyzer(), new UsageAnalyzer(), new OwnershipAnalyzer(), new MigrationAnalyzer()];

    /// <summary>The floor: what the compiler itself takes, for any generator.</summary>
    public static Contender Idle { get; } =
        new("a generator that finds nothing", static () => new IdleGenerator().AsSourceGenerator(), [], Signatures.Of, static _ => 0);

    /// <summary>The library, for delegates of the project.</summary>
    public static Contender Own { get; } =
        new("**`[NativeSignature]`**", static () => new NativeSignatureGenerator().AsSourceGenerator(), OurAnalyzers, Signatures.Of, static count => count);

    /// <summary>The library, for delegates that others own.</summary>
    public static Contender Foreign { get; } =
        new("**`[assembly: NativeSignature]`**", static () => new NativeSignatureGenerator().AsSourceGenerator(), OurAnalyzers, ForeignSignatures.Of, static count => count);

    /// <summary>The library, for functions by name: one file for each class of ten, and one for its callback's signature.</summary>
    public static Contender Api { get; } =
        new("**`[NativeApi]`**", static () => new NativeSignatureGenerator().AsSourceGenerator(), OurAnalyzers, Apis.Of, static count => 2 * ((count + 9) / 10));

    /// <summary>The framework's own, for scale.</summary>
    public static Contender LibraryImport { get; } =
        new(
        "`[LibraryImport]`",
        static () => InstalledSdk.LibraryImport.GetGenerators(LanguageNames.CSharp).Single(),
        InstalledSdk.LibraryImport.GetAnalyzers(LanguageNames.CSharp),
        Imports.Of,
        static _ => 1);
}
