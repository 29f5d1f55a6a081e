using System;

namespace NativeCallbacks.Numerics;

/// <summary>
/// C: <c>void (*)(const double *input, double *output, int m, int n)</c>.
/// Numba: <c>void(CPointer(float64), CPointer(float64), intc, intc)</c>.
/// </summary>
/// <param name="input">The matrix to read: at least m × n elements, row by row.</param>
/// <param name="output">The matrix to write: at least m × n elements, row by row.</param>
/// <param name="m">The number of rows.</param>
/// <param name="n">The number of columns.</param>
[NativeSignature]
public delegate void MatrixTransform(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);
