using System;
using System.IO;
using System.Text;
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
        var assembly = typeof(ChildProcess).Assembly;
#if NET
        var start = Platform.IsNativeAot
            ? ProcessRun.Start(AppContext.BaseDirectory, Environment.ProcessPath!, [scenario])
            : ProcessRun.Start(AppContext.BaseDirectory, ProcessRun.DotNet, ["exec", Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.dll"), scenario]);
#else
        // The test host may run a copy that has no other assembly beside it.
        var start = ProcessRun.Start(AppContext.BaseDirectory, "mono", [Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.exe"), scenario]);
#endif
        start.StandardOutputEncoding = Encoding.UTF8;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

#if NET
        return Task.Run(() => ProcessRun.Of(start));
#else
        // Mono reports a crash on standard output, behind what the program wrote; without the debuggers that it may find.
        start.Environment["MONO_DEBUG"] = "no-gdb-backtrace";
        return Task.Run(() => WithoutReport(ProcessRun.Of(start)));
#endif
    }

#if !NET
    private static ProcessRun WithoutReport(ProcessRun run) => run with { Output = run.Output.Split(["\n====="], StringSplitOptions.None)[0] };
#endif
}
