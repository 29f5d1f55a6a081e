using System.Numerics;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace NumbaHost;

// One for each kernel in kernels.py and checked_kernels.py whose signature does not ship with the package.

/// <summary>Numba: <c>float32(float32, int16, int8, uint8)</c></summary>
[NativeSignature]
internal delegate float Blend(float x, short scale, sbyte shift, byte divisor);

/// <summary>Numba: <c>void(CPointer(complex128), CPointer(complex128), intc)</c></summary>
[NativeSignature]
internal delegate void ComplexTransform(
    [Shape(nameof(n))] ReadOnlySpan<Complex> input,
    [Shape(nameof(n))] Span<Complex> output,
    int n);

/// <summary>Numba: <c>float64(float64, voidptr)</c>, where only the two ends know what the pointer leads to.</summary>
[NativeSignature]
internal delegate double ScalarFunctionWithData(double x, nint userData);

/// <summary>
/// Python: <c>@status_cfunc("void(CPointer(float64), CPointer(float64), intc, intc)")</c>, which is
/// <see cref="MatrixTransform"/> with a status.
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CheckedMatrixTransform(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);

/// <summary>Python: <c>@status_cfunc("float64(float64)")</c>. The result is in the last parameter.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CheckedScalarFunction(double x, out double result);
