using NativeCallbacks;

namespace OptimizeSample;

/// <summary>C: <c>double f(unsigned n, const double *x, double *gradient /* may be NULL */, void *data)</c></summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double Objective(
    uint n,
    [Shape(nameof(n))] ReadOnlySpan<double> x,
    [Shape(nameof(n), Optional = true)] Span<double> gradient,
    [UserData] nint data);
