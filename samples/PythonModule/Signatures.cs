using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace PythonModule;

/// <summary>Numba: <c>void(CPointer(double), CPointer(double), intc, intc)</c>, <see cref="MatrixTransform"/> with memory that has an owner.</summary>
[NativeSignature]
internal delegate void ItemsTransform(Items input, Items output, int m, int n);

/// <summary>Python: <c>@status_cfunc("void(CPointer(double), CPointer(double), intc, intc)")</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CheckedMatrixTransform(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);

/// <summary>The same, with memory that has an owner.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CheckedItemsTransform(Items input, Items output, int m, int n);

/// <summary>Python: <c>@status_cfunc("float64(float64)")</c>. The result is in the last parameter.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CheckedScalarFunction(double x, out double result);
