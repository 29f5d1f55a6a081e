using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What runs the programs of batches.</summary>
/// <param name="Name">What the command line of the soak names it by: <c>net9.0</c>, <c>mono</c>.</param>
/// <param name="Description">How it describes itself, up to the version's details.</param>
/// <param name="Target">What programs are compiled for.</param>
/// <param name="Command">The command that a program and its arguments are given to.</param>
internal sealed record ChildRuntime(string Name, string Description, Target Target, ImmutableArray<string> Command)
{
    /// <summary>Where <c>require_runtimes</c> gathers older runtimes.</summary>
    private static readonly string Older = Path.Combine(RepositoryRoot, "artifacts", "dotnet");

    /// <summary>The runtime that runs this.</summary>
    public static ChildRuntime Own { get; } = new("net10.0", ".NET 10.", Target.Net10, [ProcessRun.DotNet, "exec"]);

    /// <summary>With the builds for .NET 8, as its users have them.</summary>
    public static ChildRuntime Net9 { get; } = new("net9.0", ".NET 9.", Target.Net8, [Path.Combine(Older, "dotnet"), "exec"]);

    public static ChildRuntime Net8 { get; } = new("net8.0", ".NET 8.", Target.Net8, [Path.Combine(Older, "dotnet"), "exec"]);

    public static ChildRuntime Mono { get; } = new("mono", "Mono 6.", Target.NetStandard, ["mono"]);

    public static ImmutableArray<ChildRuntime> All => [Own, Net9, Net8, Mono];

    private static string RepositoryRoot => Path.GetFullPath(
        typeof(ChildRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "RepositoryRoot").Value!);

    private bool IsDotNet => Target.IsModern;

    /// <summary>Why it cannot run anything here; null where it can.</summary>
    public string? Missing =>
        this == Own ? null
        : !IsDotNet ? HasMono ? null : "Mono is missing, or its facade of netstandard. Install them: sudo apt-get install -y mono-runtime mono-devel"
        : File.Exists(Command[0]) && Directory.GetDirectories(Path.Combine(Older, "shared", "Microsoft.NETCore.App"), Version[..2] + "*").Length > 0 ? null
        : $"{Description.TrimEnd('.')} is missing. Gather it: source .build/require.sh && require_runtimes";

    private string Version => Name["net".Length..] + ".0";

    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        // Programs of .NET ask for their framework in a file beside them; those of Mono need none.
        if (IsDotNet)
        {
            File.WriteAllText(
                Path.ChangeExtension(program, ".runtimeconfig.json"),
                $$$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{{Version}}}" } } }""");
        }

        var start = ProcessRun.Start(Path.GetDirectoryName(program)!, Command[0], [.. Command.RemoveAt(0), program, .. arguments]);

        // The code that a user's hot loops run: Invoke inlined, structs in registers.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    private static bool HasMono => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder =>
        File.Exists(Path.Combine(folder, "mono")) && File.Exists(Path.Combine(folder, "../lib/mono/4.5/Facades/netstandard.dll")));
}
