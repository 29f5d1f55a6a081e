using System.Numerics.Tensors;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double RowTensorFunction([Shape(nameof(m), nameof(n))] ReadOnlyTensorSpan<double> cells, int m, long n);

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double ColumnTensorFunction([Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] TensorSpan<double> cells, int m, long n);

/// <summary>With a constant dimension in the middle, and by reference.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double ColumnCubeFunction(
    [Shape(nameof(m), 2, nameof(n), Order = ArrayOrder.ColumnMajor)] in ReadOnlyTensorSpan<double> cells, int m, long n);

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double OptionalTensorFunction(
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor, Optional = true)] ReadOnlyTensorSpan<double> cells, int m, long n);

/// <summary>An unsigned dimension that can be more than any length.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double UnsignedTensorFunction([Shape(nameof(n))] ReadOnlyTensorSpan<double> cells, int m, ulong n);

/// <summary>Constants alone.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double FixedTensorFunction([Shape(2, 3)] ReadOnlyTensorSpan<double> cells, int m, long n);

/// <summary>Calls with cells of the caller, or NULL.</summary>
[NativeSignature(ThrowsFaults = false)]
internal unsafe delegate double CallTensor(nint f, double* cells, int m, long n);
