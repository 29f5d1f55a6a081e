using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.Processes;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What runs the programs of batches.</summary>
/// <param name="Target">What they are compiled for.</param>
/// <param name="Command">The command that a program and its arguments are given to: <c>dotnet exec</c>, <c>mono</c>.</param>
internal sealed record ChildRuntime(Target Target, ImmutableArray<string> Command)
{
    /// <summary>The runtime that runs this.</summary>
    public static ChildRuntime Own { get; } = new(Target.Net10, [ProcessRun.DotNet, "exec"]);

    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        // Programs of .NET ask for their framework in a file beside them; those of Mono need none.
        if (Target.Name.StartsWith("net", System.StringComparison.Ordinal) && Target.IsModern)
        {
            var version = Target.Name["net".Length..] + ".0";
            File.WriteAllText(
                Path.ChangeExtension(program, ".runtimeconfig.json"),
                $$$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{{version}}}" } } }""");
        }

        var start = ProcessRun.Start(Path.GetDirectoryName(program)!, Command[0], [.. Command.RemoveAt(0), program, .. arguments]);

        // The code that a user's hot loops run: Invoke inlined, structs in registers.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
