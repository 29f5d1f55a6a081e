using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks;

/// <summary>callers.c, which the build compiled into a library beside this program.</summary>
internal static unsafe class NativeCaller
{
    private static readonly nint Library =
        NativeLibrary.Load("callers", typeof(NativeCaller).Assembly, DllImportSearchPath.AssemblyDirectory);

    private static readonly delegate* unmanaged[Cdecl]<nint, nint, int, long> SumOfCallsAddress =
        (delegate* unmanaged[Cdecl]<nint, nint, int, long>)NativeLibrary.GetExport(Library, "sum_of_calls");

    /// <summary>The C function that stands for the floor.</summary>
    public static nint WeighInC { get; } = NativeLibrary.GetExport(Library, "weigh_in_c");

    /// <summary>What a callback returns for 0 … <paramref name="count"/> − 1, in sum. The loop is in C.</summary>
    public static long SumOfCalls(nint callback, nint data, int count) => SumOfCallsAddress(callback, data, count);
}
