using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>The framework's own generator, which writes the bodies of methods with <c>[LibraryImport]</c>.</summary>
internal static class LibraryImports
{
    private static readonly Lazy<ISourceGenerator[]> Generators = new(static () =>
    [
        .. new AnalyzerFileReference(
            Path.Combine(AppContext.BaseDirectory, "generators", "Microsoft.Interop.LibraryImportGenerator.dll"),
            new Loader()).GetGenerators(LanguageNames.CSharp),
    ]);

    /// <summary>Adds the bodies, where there is such a method.</summary>
    public static CSharpCompilation Implement(CSharpCompilation compilation)
    {
        if (!compilation.SyntaxTrees[0].ToString().Contains("[LibraryImport(", StringComparison.Ordinal))
        {
            return compilation;
        }

        CSharpGeneratorDriver.Create(Generators.Value, parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var implemented, out _);
        return (CSharpCompilation)implemented;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // They are beside it, where LoadFrom looks.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
