using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>
/// The rules for memory safety that are to come with C# 16, which the compiler has behind a switch: what reaches native memory is in an
/// <c>unsafe</c> block, because a modifier of the class does not do. <see cref="Golden.GoldenTests"/> has APIs, tables and states.
/// </summary>
public class MemorySafetyTests
{
    private static readonly Consumer Net10 = Consumer.Net10WithTensors with { HasMemorySafetyRules = true };

    [Fact]
    public void EverySignature_Compiles()
    {
        var generation = Generation.Run(Net10, KitchenSink.Source, KitchenSink.Newest, KitchenSink.Tensors);

        generation.Generated.Length.Should().BeGreaterThan(50);
        generation.GeneratedErrors().Should().BeEmpty();
    }

    /// <summary>The other half of the proof: these rules hold here.</summary>
    [Fact]
    public void CallOutsideOfAnUnsafeBlock_DoesNotCompile() =>
        Net10.Compile("public static unsafe class Calls { public static double Call(nint f) => ((delegate* unmanaged<double, double>)f)(2); }")
            .GetDiagnostics().Select(static diagnostic => diagnostic.Id).Should().Contain("CS9360");

    [Fact]
    public void Library_Compiles()
    {
        var folder = Path.Combine(Repository.Root, "src", "NativeCallbacks");
        var options = Net10.ParseOptions.WithPreprocessorSymbols(
            Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER").Append("NET").Append("NET10_0").ToArray());
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(folder, path).StartsWith("bin", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path));
        var library = CSharpCompilation.Create(
            "NativeCallbacks",
            sources,
            Net10.References.Where(static reference => Path.GetFileName(reference.Display) != "NativeCallbacks.dll"),
            Net10.CompilationOptions);

        CSharpGeneratorDriver.Create(new NativeSignatureGenerator()).WithUpdatedParseOptions(options)
            .RunGeneratorsAndUpdateCompilation(library, out var complete, out _);

        complete.SyntaxTrees.Count().Should().BeGreaterThan(100);
        complete.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }
}
