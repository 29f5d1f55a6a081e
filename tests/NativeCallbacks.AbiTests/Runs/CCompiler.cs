using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>A C compiler for a machine, and how much it optimizes.</summary>
/// <param name="Name">Which compiler.</param>
/// <param name="Optimization">How much it optimizes.</param>
/// <param name="Command">What is started, before the options that are the same everywhere.</param>
/// <param name="Linker">What links, and compiles what batches share; the compiler itself if it is empty.</param>
internal sealed record CCompiler(string Name, string Optimization, ImmutableArray<string> Command, ImmutableArray<string> Linker)
{
    /// <summary>Before the compilers, which are made of it.</summary>
    private static readonly string[] Levels = ["-O0", "-O2"];

    private static readonly string Runtime = Path.Combine(AppContext.BaseDirectory, "native");

    private static readonly ImmutableArray<string> MingwLinker =
        ["x86_64-w64-mingw32-gcc", "-std=gnu11", "-O2", "-w", "-shared", "-static", "-Wl,--export-all-symbols"];

    private static readonly ImmutableArray<CCompiler> LinuxX64 = Optimized([("clang", ["clang", .. Shared], []), ("gcc", ["gcc", .. Shared], [])]);

    private static readonly ImmutableArray<CCompiler> LinuxArm64 = Optimized(
        [("clang", ["clang", "--target=aarch64-linux-gnu", .. Shared], []), ("gcc", ["aarch64-linux-gnu-gcc", .. Shared], [])]);

    /// <summary>Clang finds the headers of mingw, but not its libraries.</summary>
    private static readonly ImmutableArray<CCompiler> WindowsX64 = Optimized(
        [("clang", ["clang", "--target=x86_64-w64-mingw32", "-c"], MingwLinker), ("gcc", ["x86_64-w64-mingw32-gcc", "-c"], MingwLinker)]);

    private static string[] Shared => ["-fPIC", "-shared"];

    /// <summary>Those for a machine.</summary>
    public static ImmutableArray<CCompiler> For(Machine machine) =>
        machine == Machine.LinuxArm64 ? LinuxArm64 : machine == Machine.WindowsX64 ? WindowsX64 : LinuxX64;

    public override string ToString() => $"{Name} {Optimization}";

    /// <summary>Compiles a batch into a shared library.</summary>
    /// <returns>The library.</returns>
    public string Compile(string source)
    {
        var output = Path.Combine(Path.GetDirectoryName(source)!, $"{Name}{Optimization}");
        var shared = Directory.GetFiles(Runtime, "*.c");
        string[] options = ["-std=gnu11", Optimization, "-w", "-I", Runtime, "-o"];
        if (Linker.IsEmpty)
        {
            Run(source, [.. Command, .. options, output + ".so", source, .. shared]);
            return output + ".so";
        }

        Run(source, [.. Command, .. options, output + ".o", source]);
        Run(source, [.. Linker, "-I", Runtime, "-o", output + ".dll", output + ".o", .. shared]);
        return output + ".dll";
    }

    private static ImmutableArray<CCompiler> Optimized(IEnumerable<(string Name, ImmutableArray<string> Command, ImmutableArray<string> Linker)> compilers) =>
        [.. compilers.SelectMany(static compiler => Levels.Select(level => new CCompiler(compiler.Name, level, compiler.Command, compiler.Linker)))];

    private void Run(string source, string[] command)
    {
        var run = ProcessRun.Of(ProcessRun.Start(Path.GetDirectoryName(source)!, command[0], command[1..]));
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{this} refuses {source}:\n{run.Errors.Split('\n')[0]}");
        }
    }
}
