using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Architecture;

/// <summary>The sources of the repository, compiled as their projects compile them for .NET 10.</summary>
internal static class Sources
{
    private static readonly string Root = Path.Combine(Repository.Root, "src");

    private static readonly Lazy<FileGraph> LibraryGraph = new(() => Graph("NativeCallbacks"));

    private static readonly Lazy<FileGraph> GeneratorGraph = new(() => Graph("NativeCallbacks.Generators", "NativeCallbacks.CodeFixes"));

    /// <summary>The library.</summary>
    public static FileGraph Library => LibraryGraph.Value;

    /// <summary>The generator and the code fixes, with the files of the library that the generator is compiled with.</summary>
    public static FileGraph Generator => GeneratorGraph.Value;

    private static FileGraph Graph(params string[] projects)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        var compilation = CSharpCompilation.Create(
            projects[0],
            projects.SelectMany(Files).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Root, path)), options, path)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(new NativeSignatureGenerator()).WithUpdatedParseOptions(options).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        whole.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Should().BeEmpty("what does not compile has no arrows");
        return new FileGraph(compilation);
    }

    private static IEnumerable<string> Files(string project) =>
        Directory.GetFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(Path.Combine(Root, project), path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Concat(XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants("Compile")
                .Select(item => Path.GetFullPath(Path.Combine(Root, project, item.Attribute("Include")!.Value))))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    /// <summary>.NET 10, and whatever these tests have of Roslyn. The library itself is in source.</summary>
    private static IEnumerable<MetadataReference> References() => Consumer.Net10.References
        .Where(static reference => !reference.Display!.EndsWith("NativeCallbacks.dll", StringComparison.Ordinal))
        .Concat(Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("System.Composition", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path)));
}
