using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>The project of a user of the library, as the compiler sees it.</summary>
/// <param name="Name">The assembly.</param>
/// <param name="Language">The C# version.</param>
/// <param name="References">The target framework and the library built for it.</param>
internal sealed record Consumer(string Name, LanguageVersion Language, ImmutableArray<MetadataReference> References)
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> ForNet10 = new(() =>
        [.. Beside("net10.0"), Reference(typeof(NativeCallback<>).Assembly.Location)]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> ForNet8 = new(() =>
        [.. Net80.References.All, .. Beside("net8.0")]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> ForNetStandard = new(() =>
        [.. NetStandard20.References.All, .. Beside("netstandard2.0")]);

    /// <summary>The newest of all.</summary>
    public static Consumer Net10 { get; } = new("Consumer", LanguageVersion.Preview, ForNet10.Value);

    /// <summary>.NET 8, with the C# that came with it.</summary>
    public static Consumer Net8 { get; } = new("Consumer", LanguageVersion.CSharp12, ForNet8.Value);

    /// <summary>The same, with the package that has <c>TensorSpan</c>; netstandard2.0 has none of it.</summary>
    public static Consumer Net10WithTensors => Net10 with { References = [.. Net10.References, .. Beside("net10.0-tensors")] };

    /// <inheritdoc cref="Net10WithTensors"/>
    public static Consumer Net8WithTensors => Net8 with { References = [.. Net8.References, .. Beside("net8.0-tensors")] };

    /// <summary>The oldest that is supported: netstandard2.0 with C# 9.</summary>
    public static Consumer NetStandard { get; } = new("Consumer", LanguageVersion.CSharp9, ForNetStandard.Value);

    /// <summary>Whether <c>AllowUnsafeBlocks</c> is on.</summary>
    public bool AllowsUnsafe { get; init; } = true;

    /// <summary>Whether <c>CheckForOverflowUnderflow</c> is on.</summary>
    public bool ChecksOverflow { get; init; }

    /// <summary>Whether the rules for memory safety hold that are to come with C# 16: pointers are safe, and what reaches memory is not.</summary>
    public bool HasMemorySafetyRules { get; init; }

    /// <summary>What the compiler does with doc comments.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Parse;

    public CSharpParseOptions ParseOptions =>
        new CSharpParseOptions(Language, Documentation).WithFeatures(HasMemorySafetyRules ? [new("updated-memory-safety-rules", "")] : []);

    public CSharpCompilationOptions CompilationOptions => new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: AllowsUnsafe,
        checkOverflow: ChecksOverflow,
        warningLevel: 9999,
        nullableContextOptions: Language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable);

    public CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        Name,
        sources.Where(static source => source.Length > 0)
            .Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, Generation.SourceName(index))),
        References,
        CompilationOptions);

    /// <summary>The same project, with one more reference: a library of that name and source, compiled for the same framework.</summary>
    public Consumer Referencing(string library, string source, LanguageVersion? language = null)
    {
        var compilation = (this with { Name = library, Language = language ?? Language, AllowsUnsafe = true }).Compile(source);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Should().BeEmpty("the referenced library must compile");
        return this with { References = References.Add(MetadataReference.CreateFromImage(image.ToArray())) };
    }

    private static IEnumerable<MetadataReference> Beside(string framework) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "references", framework), "*.dll").Select(Reference);

    private static PortableExecutableReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
