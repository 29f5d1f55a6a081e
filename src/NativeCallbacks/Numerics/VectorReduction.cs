using System;

namespace NativeCallbacks.Numerics;

/// <summary>
/// C: <c>double (*)(const double *values, int n)</c>. Numba: <c>float64(CPointer(float64), intc)</c>.
/// </summary>
/// <param name="values">The vector to read: at least n elements.</param>
/// <param name="n">The number of elements.</param>
/// <returns>The number that the vector is reduced to.</returns>
[NativeSignature]
public delegate double VectorReduction([Shape(nameof(n))] ReadOnlySpan<double> values, int n);
