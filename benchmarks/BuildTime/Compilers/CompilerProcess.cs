using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NativeCallbacks.Benchmarks.BuildTime.Sources;
using NativeCallbacks.Benchmarks.Measuring;
using NativeCallbacks.Generators;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>
/// The SDK's compiler, started anew, as a build without a compile server does: nothing is compiled or loaded yet, of the
/// generator neither.
/// </summary>
internal sealed class CompilerProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-buildtime-").FullName;
    private readonly string _responseFile;

    /// <param name="sources">What it compiles.</param>
    /// <param name="analyzers">The files of generators and analyzers.</param>
    private CompilerProcess(ConsumerSources sources, IEnumerable<string> analyzers)
    {
        var files = sources.Files.Append(ConsumerSources.Other).Select(Write).ToList();
        _responseFile = Path.Combine(_folder, "compile.rsp");
        File.WriteAllLines(
            _responseFile,
            [
                "/noconfig", "/nologo", "/unsafe", "/optimize", "/nullable", "/target:library", $"/out:{Path.Combine(_folder, "Consumer.dll")}",
                .. InstalledSdk.ReferenceFiles.Append(typeof(NativeSignatureAttribute).Assembly.Location).Select(static file => $"/reference:\"{file}\""),
                .. analyzers.Select(static file => $"/analyzer:\"{file}\""),
                .. files.Select(static file => $"\"{file}\""),
            ]);
    }

    /// <summary>Delegates with <c>[NativeSignature]</c>, and no generator.</summary>
    public static CompilerProcess WithoutGenerator(int declarations) => new(Signatures.Of(declarations), []);

    /// <summary>The same, with the generator and its analyzers.</summary>
    public static CompilerProcess WithGenerator(int declarations) =>
        new(Signatures.Of(declarations), [typeof(NativeSignatureGenerator).Assembly.Location]);

    /// <summary>Methods with <c>[LibraryImport]</c>, its generator and its analyzers.</summary>
    public static CompilerProcess WithLibraryImport(int declarations) => new(Imports.Of(declarations), InstalledSdk.LibraryImportFiles);

    /// <summary>The milliseconds from the start of a process to its end.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public double Run() => TimedProcess.Run(InstalledSdk.CompilerFile, "@" + _responseFile).Milliseconds;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string source, int index)
    {
        var file = Path.Combine(_folder, $"File{index}.cs");
        File.WriteAllText(file, source);
        return file;
    }
}
