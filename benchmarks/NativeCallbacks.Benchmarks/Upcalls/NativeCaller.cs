namespace NativeCallbacks.Benchmarks.Upcalls;

/// <summary>The caller in C.</summary>
internal static unsafe class NativeCaller
{
    private static readonly delegate* unmanaged[Cdecl]<nint, nint, int, long> SumOfCallsAddress =
        (delegate* unmanaged[Cdecl]<nint, nint, int, long>)NativeExports.AddressOf("sum_of_calls");

    /// <summary>The C function that stands for the floor.</summary>
    public static nint WeighInC { get; } = NativeExports.AddressOf("weigh_in_c");

    /// <summary>What a callback returns for 0 … <paramref name="count"/> − 1, in sum. The loop is in C.</summary>
    public static long SumOfCalls(nint callback, nint data, int count) => SumOfCallsAddress(callback, data, count);
}
