using System.Diagnostics;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>Real programs as child processes, in the repository's folder.</summary>
internal static class Child
{
    /// <summary>A program with the environment of a user's shell, plus what is given; null removes a variable.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = ProcessRun.Start(Repository.Root, program, arguments);
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
    public static ProcessRun Run(string program, params string[] arguments) => ProcessRun.Of(Start(program, arguments));
}
