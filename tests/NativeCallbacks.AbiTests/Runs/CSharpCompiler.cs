using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>Compiles a batch, and the sources in <c>Child</c>, into a program with the generator's help.</summary>
internal static class CSharpCompiler
{
    private static readonly Lazy<IReadOnlyList<string>> ChildSources = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Child"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);

    /// <summary>Compiles the batch.</summary>
    /// <returns>The program.</returns>
    public static string Compile(Batch batch, Target target, string folder)
    {
        var consumer = target.Name switch
        {
            "net10.0" => Consumer.Net10WithTensors,
            "net8.0" => Consumer.Net8WithTensors,
            _ => Consumer.NetStandard,
        };
        var source = CSharpSource.Of(batch, target);
        File.WriteAllText(Path.Combine(folder, "Batch.cs"), source);
        var generation = Generation.Run(consumer, [.. ChildSources.Value.Select(static text => "#nullable enable\n" + text), source]);
        var compilation = generation.Compilation.WithAssemblyName("child").WithOptions(
            generation.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication).WithOptimizationLevel(OptimizationLevel.Release));

        var program = Path.Combine(folder, "child.dll");
        var emitted = compilation.Emit(program);
        var errors = emitted.Diagnostics.Concat(generation.GeneratorDiagnostics)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Take(10)
            .ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"The C# of seed {batch.Seed} does not compile:\n{string.Join("\n", errors)}");
        }

        foreach (var library in Libraries(consumer, target))
        {
            File.Copy(library, Path.Combine(folder, Path.GetFileName(library)), overwrite: true);
        }

        return program;
    }

    /// <summary>What a program needs beside it.</summary>
    private static IEnumerable<string> Libraries(Consumer consumer, Target target)
    {
        var references = consumer.References.OfType<PortableExecutableReference>().Select(static reference => reference.FilePath!)
            .Where(static path => Path.GetFileName(path) is "NativeCallbacks.dll" or "System.Numerics.Tensors.dll");
        return target.IsModern ? references : references.Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "mono"), "*.dll"));
    }
}
