namespace NativeCallbacks.Numerics;

/// <summary>C: <c>double (*)(double x)</c>. Numba: <c>float64(float64)</c>.</summary>
/// <param name="x">The argument.</param>
/// <returns>The function's value at <paramref name="x"/>.</returns>
[NativeSignature]
public delegate double ScalarFunction(double x);
