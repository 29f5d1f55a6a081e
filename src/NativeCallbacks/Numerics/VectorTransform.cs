using System;

namespace NativeCallbacks.Numerics;

/// <summary>
/// C: <c>void (*)(const double *input, double *output, int n)</c>.
/// Numba: <c>void(CPointer(float64), CPointer(float64), intc)</c>.
/// </summary>
/// <param name="input">The vector to read: at least n elements.</param>
/// <param name="output">The vector to write: at least n elements.</param>
/// <param name="n">The number of elements.</param>
[NativeSignature]
public delegate void VectorTransform(
    [Shape(nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(n))] Span<double> output,
    int n);
