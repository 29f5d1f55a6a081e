using NativeCallbacks;

namespace CrossLanguageHost;

/// <summary>
/// C: <c>double (*)(double x)</c>, for functions that take a moment, lock nothing and never call back: the runtime is not told
/// of the call.
/// </summary>
[NativeSignature(SuppressGCTransition = true)]
internal delegate double ShortFunction(double x);

/// <summary>C: <c>double (*)(double x, void *params)</c>. Numba: <c>float64(float64, voidptr)</c>.</summary>
[NativeSignature]
internal delegate double Integrand(double x, nint parameters);

/// <summary>C: <c>gsl_function</c>.</summary>
internal readonly record struct GslFunction(NativeCallback<Integrand> Function, nint Parameters);

/// <summary>C: <c>gsl_integration_workspace *(*)(size_t n)</c></summary>
[NativeSignature]
internal delegate nint AllocateWorkspace(nuint intervals);

/// <summary>C: <c>void (*)(gsl_integration_workspace *w)</c></summary>
[NativeSignature]
internal delegate void FreeWorkspace(nint workspace);

/// <summary>
/// C: <c>int (*)(const gsl_function *f, double a, double b, double epsabs, double epsrel, size_t limit,
/// gsl_integration_workspace *workspace, double *result, double *abserr)</c>
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int Integrate(
    in GslFunction function,
    double from,
    double to,
    double absoluteTolerance,
    double relativeTolerance,
    nuint limit,
    nint workspace,
    out double result,
    out double error);
