using System;
using System.Numerics.Tensors;

namespace NativeCallbacks.Tests.Tensors;

[NativeSignature]
internal delegate double WeighRows([Shape(nameof(m), nameof(n))] ReadOnlyTensorSpan<double> cells, int m, int n);

[NativeSignature]
internal delegate double WeighColumns(
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] ReadOnlyTensorSpan<double> cells, int m, int n);

/// <summary>By reference, as most members of the tensor package take their tensors.</summary>
[NativeSignature]
internal delegate double WeighRowsByIn([Shape(nameof(m), nameof(n))] in ReadOnlyTensorSpan<double> cells, int m, int n);

/// <summary>One of each order.</summary>
[NativeSignature]
internal delegate void RowsToColumns(
    [Shape(nameof(m), nameof(n))] ReadOnlyTensorSpan<double> input,
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] TensorSpan<double> output,
    int m,
    int n);

/// <summary>Three dimensions: of 64 bits, of eight, and one that native code takes by reference.</summary>
[NativeSignature]
internal delegate double WeighCubeRows([Shape(nameof(m), nameof(n), nameof(k))] ReadOnlyTensorSpan<float> cells, long m, byte n, in ushort k);

[NativeSignature]
internal delegate double WeighCubeColumns(
    [Shape(nameof(m), nameof(n), nameof(k), Order = ArrayOrder.ColumnMajor)] ReadOnlyTensorSpan<float> cells, long m, byte n, in ushort k);

/// <summary>The row count is a constant.</summary>
[NativeSignature]
internal delegate nuint AddressOfThreeRows([Shape(3, nameof(n))] ReadOnlyTensorSpan<double> cells, int m, int n);

[NativeSignature]
internal delegate nuint AddressOfColumns([Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] TensorSpan<double> cells, int m, int n);

[NativeSignature]
internal delegate nuint OptionalAddress([Shape(nameof(m), nameof(n), Optional = true)] TensorSpan<double> cells, int m, int n);

/// <summary>A square, of which one parameter is both lengths.</summary>
[NativeSignature]
internal delegate nuint AddressOfSquare([Shape(nameof(n), nameof(n))] ReadOnlyTensorSpan<double> cells, int m, int n);

/// <summary>A dimension that a span and a tensor share, and that an optional tensor may have too.</summary>
[NativeSignature]
internal delegate int NullMask(
    [Shape(nameof(n))] Span<double> row,
    int m,
    [Shape(nameof(m), nameof(n), Optional = true)] ReadOnlyTensorSpan<double> cells,
    int n);

/// <summary>The product of a flat span cannot tell m and n; the tensor beside it can.</summary>
[NativeSignature]
internal delegate void FlatTimesTwo(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input, [Shape(nameof(m), nameof(n))] TensorSpan<double> output, int m, int n);

[NativeSignature]
internal delegate nuint AddressOfVector([Shape(nameof(m))] ReadOnlyTensorSpan<double> cells, sbyte m, int n);
