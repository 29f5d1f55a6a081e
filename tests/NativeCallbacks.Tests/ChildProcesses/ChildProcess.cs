using System;
using System.Threading.Tasks;
using NativeCallbacks.Processes;

namespace NativeCallbacks.Tests.ChildProcesses;

/// <summary>Scenarios of <see cref="Program"/>, each in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Plays a scenario to its end.</summary>
    /// <param name="scenario">The first argument of <see cref="Program"/>.</param>
    /// <param name="environment">Variables that the child has beside those of this process.</param>
    public static Task<ProcessRun> PlayAsync(string scenario, params (string Name, string Value)[] environment)
    {
        var start = ProcessRun.Start(AppContext.BaseDirectory, ProcessRun.DotNet, ["exec", typeof(ChildProcess).Assembly.Location, scenario]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Task.Run(() => ProcessRun.Of(start));
    }
}
