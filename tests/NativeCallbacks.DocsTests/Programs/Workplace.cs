using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;
using NativeCallbacks.Processes;
using NativeCallbacks.SampleTests;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>A folder with a project "Guide", as a reader of a page would have it: native libraries in it, the program in <c>bin</c>.</summary>
internal sealed class Workplace : IDisposable
{
    private const string Name = "Guide";

    private readonly string _bin;

    public Workplace()
    {
        Folder = Directory.CreateTempSubdirectory("native-callbacks-docs-").FullName;
        _bin = Directory.CreateDirectory(Path.Combine(Folder, "bin", "Release", "net10.0")).FullName;
        File.Copy(typeof(NativeCallback<>).Assembly.Location, Path.Combine(_bin, "NativeCallbacks.dll"));
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "references", "net10.0-tensors", "System.Numerics.Tensors.dll"),
            Path.Combine(_bin, "System.Numerics.Tensors.dll"));
        File.WriteAllText(
            Path.Combine(_bin, $"{Name}.runtimeconfig.json"),
            """{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" }, "configProperties": { "System.Globalization.Invariant": true } } }""");
    }

    /// <summary>The folder, where programs run.</summary>
    public string Folder { get; }

    private string Program => Path.Combine(_bin, $"{Name}.dll");

    /// <summary>Compiles C#, in place of what was compiled before.</summary>
    /// <returns>All that the compiler and the package's analyzers say, suggestions of ours included.</returns>
    public async Task<IReadOnlyList<Diagnostic>> Compile(Consumer consumer, CSharpSource source)
    {
        var generation = Generation.Run(consumer with { Name = Name }, source.Text);
        var kind = source.HasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        generation = generation with
        {
            Compilation = LibraryImports.Implement(generation.Compilation).WithOptions(
                generation.Compilation.Options.WithOutputKind(kind).WithOptimizationLevel(OptimizationLevel.Release)),
        };
        var diagnostics = await generation.Diagnose();
        if (!diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            generation.Compilation.Emit(Program).Success.Should().BeTrue();
        }

        return diagnostics;
    }

    /// <summary>Runs what was compiled.</summary>
    public ProcessRun Run() => Run(ProcessRun.Start(Folder, ProcessRun.DotNet, ["exec", Program]));

    /// <summary>Runs a Python script, which finds the modules of samples/Numba.</summary>
    public ProcessRun RunPython(string script)
    {
        var start = Child.Start(Python.Interpreter, ["-u", script], ("PYTHONPATH", Repository.PathOf("samples", "Numba")));
        start.WorkingDirectory = Folder;
        return Run(start);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static ProcessRun Run(System.Diagnostics.ProcessStartInfo start)
    {
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return ProcessRun.Of(start);
    }
}
