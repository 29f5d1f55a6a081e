using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>The functions of <see cref="DllImports"/>, with code that a generator writes.</summary>
internal static partial class LibraryImports
{
    [LibraryImport(NativeExports.Library, EntryPoint = "line")]
    public static partial double Line(double x);

    [LibraryImport(NativeExports.Library, EntryPoint = "mixed")]
    public static partial double Mixed(int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8);

    [LibraryImport(NativeExports.Library, EntryPoint = "weigh_pair")]
    public static partial double WeighPair(Pair value);

    [LibraryImport(NativeExports.Library, EntryPoint = "weigh_triple")]
    public static partial double WeighTriple(Triple value);

    [LibraryImport(NativeExports.Library, EntryPoint = "double_matrix")]
    public static partial void DoubleMatrix(ReadOnlySpan<double> input, Span<double> output, int m, int n);

    [LibraryImport(NativeExports.Library, EntryPoint = "text_length", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long TextLength(string text);

    [LibraryImport(NativeExports.Library, EntryPoint = "wide_text_length", StringMarshalling = StringMarshalling.Utf16)]
    public static partial long WideTextLength(string text);

    [LibraryImport(NativeExports.Library, EntryPoint = "text_of")]
    public static partial nint TextOf(int length);

    [LibraryImport(NativeExports.Library, EntryPoint = "apply")]
    public static partial double Apply(nint function, double x);

    [LibraryImport(NativeExports.Library, EntryPoint = "apply")]
    public static partial double ApplyHandler(ScalarFunction function, double x);
}
