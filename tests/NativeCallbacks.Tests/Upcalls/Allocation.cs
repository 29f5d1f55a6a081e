using System;
using System.Linq;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>What calls allocate on their thread.</summary>
internal static class Allocation
{
    /// <summary>The fewest bytes of ten runs: the runtime may allocate now and then, but what each call allocates, each run does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Of(Func<long> calls)
    {
        var runs = new long[10];
        for (var i = 0; i < runs.Length; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            calls();
            runs[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return runs.Min();
    }
}
