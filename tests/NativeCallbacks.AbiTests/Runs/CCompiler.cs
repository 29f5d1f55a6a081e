using System;
using System.Collections.Immutable;
using System.IO;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>A C compiler and how much it optimizes.</summary>
internal sealed record CCompiler(string Command, string Optimization)
{
    public static readonly ImmutableArray<CCompiler> All = [new("clang", "-O0"), new("clang", "-O2"), new("gcc", "-O0"), new("gcc", "-O2")];

    public override string ToString() => $"{Command} {Optimization}";

    /// <summary>Compiles a batch into a shared library.</summary>
    /// <returns>The library.</returns>
    public string Compile(string source)
    {
        var folder = Path.GetDirectoryName(source)!;
        var runtime = Path.Combine(AppContext.BaseDirectory, "native");
        var library = Path.Combine(folder, $"{Command}{Optimization}.so");
        var run = ProcessRun.Of(ProcessRun.Start(
            folder,
            Command,
            ["-std=gnu11", Optimization, "-w", "-fPIC", "-shared", "-I", runtime, "-o", library, source, Path.Combine(runtime, "abi.c")]));
        return run.ExitCode == 0 ? library : throw new InvalidOperationException($"{this} refuses {source}:\n{run.Errors.Split('\n')[0]}");
    }
}
