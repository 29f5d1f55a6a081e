using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using RustSample;

namespace NumbaHost;

/// <summary>
/// What Python calls, by name (callback.py). Python's pointers become spans here, and nowhere else; everything after that,
/// the call of the callback included, is checked. A callback comes with its signature in Numba's own words (UTF-8), or without
/// one (null) where Python has nothing but an address.
/// </summary>
internal static class EntryPoints
{
    /// <summary>Calls a matrix callback of the matrix example on the caller's thread.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Transform(
        nint callback, Utf8Pointer signature, double* input, int inputLength, double* output, int outputLength, int m, int n, Outcome* outcome) =>
        *outcome = Outcome.Of(() => Bind<MatrixTransform>(callback, signature)
            .Invoke(new(input, inputLength), new(output, outputLength), m, n));

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformChecked(
        nint callback, Utf8Pointer signature, double* input, int inputLength, double* output, int outputLength, int m, int n, Outcome* outcome) =>
        *outcome = Outcome.Of(() => Bind<CheckedMatrixTransform>(callback, signature)
            .Invoke(new(input, inputLength), new(output, outputLength), m, n));

    /// <summary>Calls a matrix callback on several .NET threads at once, each with the next <c>length</c> elements.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformOnThreads(
        nint callback, Utf8Pointer signature, double* input, double* output, int length, int m, int n, int threads, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var transform = Bind<MatrixTransform>(callback, signature);
            Crew.Run(threads, i => transform.Invoke(new(input + (nint)i * length, length), new(output + (nint)i * length, length), m, n));
        });

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformCheckedOnThreads(
        nint callback, Utf8Pointer signature, double* input, double* output, int length, int m, int n, int threads, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var transform = Bind<CheckedMatrixTransform>(callback, signature);
            Crew.Run(threads, i => transform.Invoke(new(input + (nint)i * length, length), new(output + (nint)i * length, length), m, n));
        });

    /// <summary>Calls a callback of one number.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Evaluate(nint callback, Utf8Pointer signature, double x, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = Bind<ScalarFunction>(callback, signature).Invoke(x));

    /// <summary>The same for a callback that returns a status.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void EvaluateChecked(nint callback, Utf8Pointer signature, double x, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => Bind<CheckedScalarFunction>(callback, signature).Invoke(x, out *result));

    /// <summary>The same for a callback with user data, which is Python's and passes through as it is.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void EvaluateWithData(nint callback, Utf8Pointer signature, double x, nint userData, double* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = Bind<ScalarFunctionWithData>(callback, signature).Invoke(x, userData));

    /// <summary>Calls a callback of small numbers.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void Blend(
        nint callback, Utf8Pointer signature, float x, short scale, sbyte shift, byte divisor, float* result, Outcome* outcome) =>
        *outcome = Outcome.Of(() => *result = Bind<Blend>(callback, signature).Invoke(x, scale, shift, divisor));

    /// <summary>Calls a callback of complex vectors.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void TransformComplex(
        nint callback, Utf8Pointer signature, Complex* input, Complex* output, int length, Outcome* outcome) =>
        *outcome = Outcome.Of(() => Bind<ComplexTransform>(callback, signature)
            .Invoke(new(input, length), new Span<Complex>(output, length)));

    /// <summary>Hands a matrix callback to Rust, which calls it.</summary>
    [UnmanagedCallersOnly]
    public static unsafe void ComputeFromRust(nint callback, Utf8Pointer signature, Utf8Pointer libraryPath, double* output, int outputLength, Outcome* outcome) =>
        *outcome = Outcome.Of(() =>
        {
            var rust = new RustKernels(libraryPath.ToString());
            rust.Bind<ComputeFromRust>("compute_from_rust")
                .Invoke(Bind<MatrixTransform>(callback, signature), new(output, outputLength));
        });

    /// <summary>Frees the message of an outcome.</summary>
    [UnmanagedCallersOnly]
    public static void Free(nint message) => Marshal.FreeCoTaskMem(message);

    /// <summary>Gives an address its type: if Numba says that it has it, or if nobody says anything.</summary>
    private static NativeCallback<TSignature> Bind<TSignature>(nint address, Utf8Pointer signature)
        where TSignature : Delegate =>
        signature.IsNull
            ? new NativeCallback<TSignature>(address)
            : NativeCallback<TSignature>.Bind(address, signature.ToString());
}
