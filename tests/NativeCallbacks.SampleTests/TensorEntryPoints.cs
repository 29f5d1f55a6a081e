using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NativeCallbacks.SampleTests;

/// <summary>Numba: <c>void(CPointer(double), CPointer(double), intc, intc)</c>, over a <c>carray</c>.</summary>
[NativeSignature]
internal delegate void RowTransform(
    [Shape(nameof(m), nameof(n))] ReadOnlyTensorSpan<double> input, [Shape(nameof(m), nameof(n))] TensorSpan<double> output, int m, int n);

/// <summary>The same over a <c>farray</c>.</summary>
[NativeSignature]
internal delegate void ColumnTransform(
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] ReadOnlyTensorSpan<double> input,
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] TensorSpan<double> output,
    int m,
    int n);

/// <summary>
/// What python/tensors.py calls, in the Python process where the kernels are. Python's arrays become tensors with the
/// strides that NumPy gave them, and the kernel is called without the dimensions.
/// </summary>
internal static unsafe class TensorEntryPoints
{
    /// <summary>Calls a kernel that reads and writes by rows.</summary>
    /// <returns>What was refused, in UTF-8; null for nothing.</returns>
    [UnmanagedCallersOnly]
    public static nint TransformByRows(nint kernel, double* input, nint* inputStrides, double* output, nint* outputStrides, int m, int n) =>
        Refusal(() => new NativeCallback<RowTransform>(kernel).Invoke(Tensor(input, inputStrides, m, n), Tensor(output, outputStrides, m, n)));

    /// <summary>The same for one that reads and writes by columns.</summary>
    [UnmanagedCallersOnly]
    public static nint TransformByColumns(nint kernel, double* input, nint* inputStrides, double* output, nint* outputStrides, int m, int n) =>
        Refusal(() => new NativeCallback<ColumnTransform>(kernel).Invoke(Tensor(input, inputStrides, m, n), Tensor(output, outputStrides, m, n)));

    /// <summary>The array as a tensor, which wants no strides where there is one element.</summary>
    private static TensorSpan<double> Tensor(double* first, nint* strides, int m, int n)
    {
        var (row, column) = (m > 1 ? strides[0] : 0, n > 1 ? strides[1] : 0);
        return new(first, ((m - 1) * row) + ((n - 1) * column) + 1, [m, n], [row, column]);
    }

    private static nint Refusal(Action call)
    {
        try
        {
            call();
            return 0;
        }
        catch (ArgumentException exception)
        {
            return Marshal.StringToCoTaskMemUTF8(exception.Message);
        }
    }
}
