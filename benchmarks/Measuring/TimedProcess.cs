using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Measuring;

/// <summary>A .NET program in a process of its own.</summary>
/// <param name="Milliseconds">From the start of the process to its end.</param>
/// <param name="Output">What it printed.</param>
internal sealed record TimedProcess(double Milliseconds, string Output)
{
    /// <summary>The folder of the .NET that runs this program.</summary>
    public static string DotNetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static TimedProcess Run(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(DotNetRoot, "dotnet"), ["exec", assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return process.ExitCode == 0
            ? new TimedProcess(elapsed, output)
            : throw new InvalidOperationException($"{Path.GetFileName(assembly)} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
