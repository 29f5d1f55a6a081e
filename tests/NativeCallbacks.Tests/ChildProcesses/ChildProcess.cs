using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace NativeCallbacks.Tests.ChildProcesses;

/// <summary>What a scenario of <see cref="Program"/> did in a process of its own.</summary>
/// <param name="ExitCode">Zero for success; 128 and the signal for a crash.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record ChildProcess(int ExitCode, string Output, string Error)
{
    /// <summary>Far more than any scenario takes on the slowest machine; a child that takes longer hangs, and is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The host that runs this process, whatever is on the path.</summary>
    private static string Host => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>Plays a scenario to its end.</summary>
    /// <param name="scenario">The first argument of <see cref="Program"/>.</param>
    /// <param name="environment">Variables that the child has beside those of this process.</param>
    public static async Task<ChildProcess> PlayAsync(string scenario, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Host, ["exec", typeof(ChildProcess).Assembly.Location, scenario])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Host} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw new TimeoutException($"The scenario {scenario} did not end in {Patience}. It wrote:\n{await output}\n{await error}", exception);
        }

        return new ChildProcess(process.ExitCode, await output, await error);
    }
}
