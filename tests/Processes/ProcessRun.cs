using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace NativeCallbacks.Processes;

/// <summary>What a program printed, and how it ended.</summary>
/// <param name="ExitCode">Zero for success; 128 and the signal for a crash.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record ProcessRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Far more than any program of the tests takes on the slowest machine, or by emulation on a busy one; one that takes longer hangs, and is ended.</summary>
    public static TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The folder of the runtime that runs these tests, whatever is on the path.</summary>
    public static string DotNetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The <c>dotnet</c> command of that folder.</summary>
    public static string DotNet { get; } = Path.Combine(DotNetRoot, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet");

    /// <summary>A program that is to run as from a user's shell, without input.</summary>
    public static ProcessStartInfo Start(string folder, string program, IEnumerable<string> arguments)
    {
#if NET
        var start = new ProcessStartInfo(program, arguments)
#else
        var start = new ProcessStartInfo(program, string.Join(" ", arguments.Select(static argument => $"\"{argument}\"")))
#endif
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host has these for itself; a user's shell does not.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = DotNetRoot;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    public static ProcessRun Of(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(" ", start.ArgumentList)} did not end within {Patience}.");
        }

        Task.WaitAll(output, errors);
        return new ProcessRun(process.ExitCode, output.Result, errors.Result);
    }
}
