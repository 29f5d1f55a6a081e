using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace NativeCallbacks.StoryTests;

/// <summary>What a program printed, and how it ended.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Errors);

/// <summary>Real programs as child processes: started as from a user's shell, and ended if they take too long.</summary>
internal static class Child
{
    /// <summary>The folder of the runtime that runs these tests.</summary>
    public static string DotNetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A program with the environment of a user's shell, plus what is given; null removes a variable.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
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
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
            if (value is null)
            {
                start.Environment.Remove(name);
            }
        }

        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    public static ChildResult Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {Patience}.");
        }

        Task.WaitAll(output, errors);
        return new ChildResult(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Runs a program to its end.</summary>
    public static ChildResult Run(string program, params string[] arguments) => Run(Start(program, arguments));
}
