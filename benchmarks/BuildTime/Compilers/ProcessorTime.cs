using System;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>
/// How long something keeps the processor busy. Compilers never wait, so this is how long they take on a machine of their own;
/// what other processes do meanwhile does not count.
/// </summary>
internal static class ProcessorTime
{
    /// <summary>The milliseconds of an action, and its result.</summary>
    public static (double Milliseconds, T Result) Of<T>(Func<T> action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Environment.CpuUsage.TotalTime;
        var result = action();
        return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, result);
    }
}
