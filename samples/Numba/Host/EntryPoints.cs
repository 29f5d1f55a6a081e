using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace NumbaHost;

/// <summary>
/// What Python calls, by name (callback.py). Python's pointers become spans here, and nowhere else; everything after that,
/// the call of the callback included, is checked.
/// </summary>
internal static class EntryPoints
{
    /// <summary>Calls a matrix callback of the story on the caller's thread.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Transform(
        nint callback, double* input, int inputLength, double* output, int outputLength, int m, int n, Outcome* outcome) =>
        *outcome = Outcome.Of(() => new NativeCallback<MatrixTransform>(callback)
            .Invoke(new(input, inputLength), new(output, outputLength), m, n));

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformChecked(
        nint callback, double* input, int inputLength, double* output, int outputLength, int m, int n, Outcome* outcome) =>
        *outcome = Outcome.Of(() => new NativeCallback<CheckedMatrixTransform>(callback)
            .Invoke(new(input, inputLength), new(output, outputLength), m, n));

    /// <summary>Calls a matrix callback on several .NET threads at once, each with the next <c>length</c> elements.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformOnThreads(
        nint callback, double* input, double* output, int length, int m, int n, int threads, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var transform = new NativeCallback<MatrixTransform>(callback);
            Crew.Run(threads, i => transform.Invoke(new(input + (nint)i * length, length), new(output + (nint)i * length, length), m, n));
        });

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformCheckedOnThreads(
        nint callback, double* input, double* output, int length, int m, int n, int threads, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var transform = new NativeCallback<CheckedMatrixTransform>(callback);
            Crew.Run(threads, i => transform.Invoke(new(input + (nint)i * length, length), new(output + (nint)i * length, length), m, n));
        });

    /// <summary>Calls a callback of one number.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Evaluate(nint callback, double x, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = new NativeCallback<ScalarFunction>(callback).Invoke(x));

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void EvaluateChecked(nint callback, double x, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => new NativeCallback<CheckedScalarFunction>(callback).Invoke(x, out *result));

    /// <summary>The same for a callback with user data, which is Python's and passes through as it is.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void EvaluateWithData(nint callback, double x, nint userData, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = new NativeCallback<ScalarFunctionWithData>(callback).Invoke(x, userData));

    /// <summary>Calls a callback of small numbers.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Blend(
        nint callback, float x, short scale, sbyte shift, byte divisor, float* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = new NativeCallback<Blend>(callback).Invoke(x, scale, shift, divisor));

    /// <summary>Calls a callback of complex vectors.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformComplex(
        nint callback, Complex* input, Complex* output, int length, Outcome* outcome) =>
        *outcome = Outcome.Of(() => new NativeCallback<ComplexTransform>(callback)
            .Invoke(new(input, length), new Span<Complex>(output, length)));

    /// <summary>Hands a matrix callback to Rust, which calls it.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void ComputeFromRust(nint callback, nint libraryPath, double* output, int outputLength, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var library = NativeLibrary.Load(Marshal.PtrToStringUTF8(libraryPath)!);
            var compute = new NativeCallback<ComputeFromRust>(NativeLibrary.GetExport(library, "compute_from_rust"));
            compute.Invoke(new NativeCallback<MatrixTransform>(callback), new(output, outputLength));
        });

    /// <summary>Frees the message of an outcome.</summary>
    [UnmanagedCallersOnly]
    public static void Free(nint message) => Marshal.FreeCoTaskMem(message);
}
