using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>The same functions, known by name when the program is built: the contender that no raw address can become.</summary>
internal static unsafe class DllImports
{
    [DllImport(NativeExports.Library, EntryPoint = "line")]
    public static extern double Line(double x);

    [DllImport(NativeExports.Library, EntryPoint = "mixed")]
    public static extern double Mixed(int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8);

    [DllImport(NativeExports.Library, EntryPoint = "weigh_pair")]
    public static extern double WeighPair(Pair value);

    [DllImport(NativeExports.Library, EntryPoint = "weigh_triple")]
    public static extern double WeighTriple(Triple value);

    [DllImport(NativeExports.Library, EntryPoint = "double_matrix")]
    public static extern void DoubleMatrix(double* input, double* output, int m, int n);

    [DllImport(NativeExports.Library, EntryPoint = "text_length")]
    public static extern long TextLength([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

    [DllImport(NativeExports.Library, EntryPoint = "wide_text_length")]
    public static extern long WideTextLength([MarshalAs(UnmanagedType.LPWStr)] string text);

    [DllImport(NativeExports.Library, EntryPoint = "apply")]
    public static extern double Apply(nint function, double x);

    [DllImport(NativeExports.Library, EntryPoint = "apply")]
    public static extern double ApplyHandler(ScalarFunction function, double x);
}
