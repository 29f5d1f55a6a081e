using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Signatures;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What runs the programs of batches.</summary>
/// <param name="Name">What the command line of the soak names it by: <c>net9.0</c>, <c>mono</c>.</param>
/// <param name="Description">How it describes itself, up to the version's details.</param>
/// <param name="Target">What programs are compiled for.</param>
/// <param name="Machine">What it runs on, by emulation if it is not this machine.</param>
/// <param name="Version">The version of .NET; empty for Mono.</param>
/// <param name="Root">The folder of its command; empty for a command on the path.</param>
internal sealed record ChildRuntime(string Name, string Description, Target Target, Machine Machine, string Version, string Root)
{
    /// <summary>Where <c>require_runtimes</c> gathers runtimes, and the functions of .build/platforms.sh those of other machines.</summary>
    private static readonly string Artifacts = Path.Combine(RepositoryRoot, "artifacts");

    private static readonly string Gathered = Path.Combine(Artifacts, "dotnet");

    /// <summary>The runtime that runs this.</summary>
    public static ChildRuntime Own { get; } = new("net10.0", ".NET 10.", Target.Net10, Machine.LinuxX64, "10.0.0", ProcessRun.DotNetRoot);

    public static ChildRuntime Net11 { get; } = new("net11.0", ".NET 11.", Target.Net10, Machine.LinuxX64, "11.0.0", Gathered);

    /// <summary>With the builds for .NET 8, as its users have them.</summary>
    public static ChildRuntime Net9 { get; } = new("net9.0", ".NET 9.", Target.Net8, Machine.LinuxX64, "9.0.0", Gathered);

    public static ChildRuntime Net8 { get; } = new("net8.0", ".NET 8.", Target.Net8, Machine.LinuxX64, "8.0.0", Gathered);

    public static ChildRuntime Mono { get; } = new("mono", "Mono 6.", Target.NetStandard, Machine.LinuxX64, "", "");

    public static ChildRuntime LinuxArm64 { get; } = Emulated(Machine.LinuxArm64);

    public static ChildRuntime WindowsX64 { get; } = Emulated(Machine.WindowsX64);

    public static ImmutableArray<ChildRuntime> All => [Own, Net11, Net9, Net8, Mono, LinuxArm64, WindowsX64];

    /// <summary>What negative controls run on: that of this process, unless tests/platforms.sh names another.</summary>
    public static ChildRuntime UnderTest { get; } =
        Environment.GetEnvironmentVariable("NATIVECALLBACKS_RUNTIME") is { Length: > 0 } name ? All.Single(runtime => runtime.Name == name) : Own;

    private static string RepositoryRoot => Path.GetFullPath(
        typeof(ChildRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "RepositoryRoot").Value!);

    private bool IsDotNet => Target.IsModern;

    private string Command => IsDotNet ? Path.Combine(Root, "dotnet") : "mono";

    /// <summary>Why it cannot run anything here; null where it can.</summary>
    public string? Missing =>
        this == Own ? null
        : !IsDotNet ? HasMono ? null : "Mono is missing, or its facade of netstandard. Install them: sudo apt-get install -y mono-runtime mono-devel"
        : File.Exists(Command) && Directory.GetDirectories(Path.Combine(Root, "shared", "Microsoft.NETCore.App"), Version[..2] + "*").Length > 0 ? null
        : Machine == Machine.LinuxX64 ? $"{Description.TrimEnd('.')} is missing. Gather it: source .build/require.sh && require_runtimes"
        : $".NET for {Machine.Name} is missing. tests/platforms.sh gathers it.";

    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        // Programs of .NET ask for their framework in a file beside them; those of Mono need none.
        if (IsDotNet)
        {
            File.WriteAllText(
                Path.ChangeExtension(program, ".runtimeconfig.json"),
                $$$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{{Version}}}" } } }""");
        }

        string[] command = IsDotNet ? ["exec", program, .. arguments] : [program, .. arguments];
        var start = ProcessRun.Start(Path.GetDirectoryName(program)!, Command, command.Select(PathThere));

        // The code that a user's hot loops run: Invoke inlined, structs in registers.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    private static ChildRuntime Emulated(Machine machine) =>
        new(machine.Name, ".NET 10.", Target.Net10, machine, "10.0.0", Path.Combine(Artifacts, $"dotnet-{machine.Name}"));

    /// <summary>What an argument is there: Wine has the root of the files as a drive.</summary>
    private string PathThere(string argument) => Machine.IsWindows && Path.IsPathRooted(argument) ? "Z:" + argument : argument;

    private static bool HasMono => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder =>
        File.Exists(Path.Combine(folder, "mono")) && File.Exists(Path.Combine(folder, "../lib/mono/4.5/Facades/netstandard.dll")));
}
