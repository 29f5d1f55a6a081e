using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.ColdStart.Contenders;

/// <summary>C: <c>void (*)(const double *input, double *output, int m, int n)</c></summary>
[NativeSignature]
internal delegate void Weight(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);

/// <summary>The same, for the runtime's marshaller, which knows no spans.</summary>
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void MarshalledWeight([In] double[] input, [Out] double[] output, int m, int n);

/// <summary>The ways to call <c>void weight(const double *input, double *output, int m, int n)</c>.</summary>
internal static unsafe partial class Matrices
{
    private static readonly double[] Input = [1, 2, 3, 4, 5, 7];
    private static readonly double[] Output = new double[6];

    public static double Raw()
    {
        fixed (double* input = Input, output = Output)
        {
            ((delegate* unmanaged[Cdecl]<double*, double*, int, int, void>)Native.Weight)(input, output, 3, 2);
        }

        return Output[5];
    }

    public static double Ours()
    {
        new NativeCallback<Weight>(Native.Weight).Invoke(Input, Output, 3, 2);
        return Output[5];
    }

    public static double Marshalled()
    {
        Marshal.GetDelegateForFunctionPointer<MarshalledWeight>(Native.Weight)(Input, Output, 3, 2);
        return Output[5];
    }

    public static double ByDllImport()
    {
        DllImported(Input, Output, 3, 2);
        return Output[5];
    }

    public static double ByLibraryImport()
    {
        LibraryImported(Input, Output, 3, 2);
        return Output[5];
    }

    // As people write it who do not know [LibraryImport], which SYSLIB1054 recommends.
#pragma warning disable SYSLIB1054
    [DllImport(Native.Library, EntryPoint = "weight", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void DllImported([In] double[] input, [Out] double[] output, int m, int n);
#pragma warning restore SYSLIB1054

    [LibraryImport(Native.Library, EntryPoint = "weight")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial void LibraryImported(ReadOnlySpan<double> input, Span<double> output, int m, int n);
}
