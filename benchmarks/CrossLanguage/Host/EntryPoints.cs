using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using NativeCallbacks;

namespace CrossLanguageHost;

/// <summary>
/// What Python calls, by name (contenders.py): the parameters of a loop are those of its twin in callers.c. An exception would
/// end the process, with its message.
/// </summary>
internal static unsafe class EntryPoints
{
    [UnmanagedCallersOnly]
    public static void Map(nint function, double* input, double* output, int count, int repeats) =>
        Loops.Map(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void MapShort(nint function, double* input, double* output, int count, int repeats) =>
        Loops.MapShort(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void Invoke(nint function, double* input, double* output, int count, int repeats) =>
        Loops.Invoke(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void InvokeToLocal(nint function, double* input, double* output, int count, int repeats) =>
        Loops.InvokeToLocal(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void Pointer(nint function, double* input, double* output, int count, int repeats) =>
        Loops.Pointer(function, new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void InvokeInOwnFrame(nint function, double* input, double* output, int count, int repeats) =>
        OwnFrame.Invoke(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void InvokeShortInOwnFrame(nint function, double* input, double* output, int count, int repeats) =>
        OwnFrame.InvokeShort(new(function), new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void PointerInOwnFrame(nint function, double* input, double* output, int count, int repeats) =>
        OwnFrame.Pointer(function, new(input, count), new(output, count), repeats);

    [UnmanagedCallersOnly]
    public static void Matrix(nint function, double* input, double* output, int m, int n, int repeats) =>
        Loops.Matrix(new(function), new(input, m * n), new(output, m * n), m, n, repeats);

    [UnmanagedCallersOnly]
    public static void MatrixPointer(nint function, double* input, double* output, int m, int n, int repeats) =>
        Loops.MatrixPointer(function, new(input, m * n), new(output, m * n), m, n, repeats);

    [UnmanagedCallersOnly]
    public static void Integral(nint function, nint parameters, double tolerance, int limit, int repeats, double* result) =>
        *result = Gsl.Integrate(new(new(function), parameters), tolerance, limit, repeats);

    /// <summary>The version of the runtime, as UTF-8 that is never freed.</summary>
    [UnmanagedCallersOnly]
    public static nint RuntimeVersion() => Marshal.StringToCoTaskMemUTF8(RuntimeInformation.FrameworkDescription);

    /// <summary>Whether this project and the library were built for speed; 1 or 0.</summary>
    [UnmanagedCallersOnly]
    public static int IsOptimized() =>
        new[] { typeof(EntryPoints), typeof(NativeModule) }.All(static type =>
            type.Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true })
            ? 1
            : 0;
}
