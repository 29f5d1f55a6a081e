namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>double (*function)(double x, void *params)</c></summary>
[NativeSignature]
internal delegate double GslIntegrand(double x, [UserData] nint parameters);

/// <summary>C: <c>gsl_function</c></summary>
internal readonly record struct GslFunction(NativeCallback<GslIntegrand> Function, nint Parameters);

/// <summary>C: <c>int gsl_deriv_central(const gsl_function *f, double x, double h, double *result, double *abserr)</c></summary>
[NativeSignature]
internal delegate int GslDifferentiate(in GslFunction function, double x, double step, out double result, out double error);

/// <summary>
/// C: <c>int gsl_integration_qng(const gsl_function *f, double a, double b, double epsabs, double epsrel, double *result, double *abserr,
/// size_t *neval)</c>
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int GslIntegrate(
    in GslFunction function,
    double from,
    double to,
    double absoluteTolerance,
    double relativeTolerance,
    out double result,
    out double error,
    out nuint evaluations);

/// <summary>C: <c>void gsl_error_handler_t(const char *reason, const char *file, int line, int gsl_errno)</c></summary>
[NativeSignature]
internal delegate void GslError(string reason, string file, int line, int error);

/// <summary>C: <c>gsl_error_handler_t *gsl_set_error_handler(gsl_error_handler_t *new_handler)</c></summary>
[NativeSignature]
internal delegate NativeCallback<GslError> GslSetError(NativeCallback<GslError> handler);

/// <summary>C: <c>gsl_error_handler_t *gsl_set_error_handler_off(void)</c></summary>
[NativeSignature]
internal delegate NativeCallback<GslError> GslErrorsOff();

/// <summary>C: <c>void *gsl_root_fsolver_alloc(const gsl_root_fsolver_type *T)</c></summary>
[NativeSignature]
internal delegate nint GslAllocateSolver(nint kind);

/// <summary>C: <c>int gsl_root_fsolver_set(gsl_root_fsolver *s, gsl_function *f, double x_lower, double x_upper)</c></summary>
[NativeSignature]
internal delegate int GslSetSolver(nint solver, nint function, double lower, double upper);

/// <summary>C: <c>int gsl_root_fsolver_iterate(gsl_root_fsolver *s)</c></summary>
[NativeSignature]
internal delegate int GslIterate(nint solver);

/// <summary>C: <c>double gsl_root_fsolver_root(const gsl_root_fsolver *s)</c></summary>
[NativeSignature]
internal delegate double GslRoot(nint solver);

/// <summary>C: <c>void gsl_root_fsolver_free(gsl_root_fsolver *s)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate void GslFreeSolver(nint solver);

/// <summary>
/// The GNU Scientific Library. Its own error handler ends the process, also when it is only the result of a faulted function that
/// makes it give up; so it is switched off.
/// </summary>
internal static class Gsl
{
    public const string FileName = "libgsl.so";

    private static readonly NativeModule Module = LoadWithoutErrorHandler();

    public static NativeCallback<GslDifferentiate> Differentiate { get; } = Module.GetCallback<GslDifferentiate>("gsl_deriv_central");

    public static NativeCallback<GslIntegrate> Integrate { get; } = Module.GetCallback<GslIntegrate>("gsl_integration_qng");

    public static NativeCallback<GslSetError> SetError { get; } = Module.GetCallback<GslSetError>("gsl_set_error_handler");

    public static NativeCallback<GslAllocateSolver> AllocateSolver { get; } = Module.GetCallback<GslAllocateSolver>("gsl_root_fsolver_alloc");

    public static NativeCallback<GslSetSolver> SetSolver { get; } = Module.GetCallback<GslSetSolver>("gsl_root_fsolver_set");

    public static NativeCallback<GslIterate> Iterate { get; } = Module.GetCallback<GslIterate>("gsl_root_fsolver_iterate");

    public static NativeCallback<GslRoot> Root { get; } = Module.GetCallback<GslRoot>("gsl_root_fsolver_root");

    public static NativeCallback<GslFreeSolver> FreeSolver { get; } = Module.GetCallback<GslFreeSolver>("gsl_root_fsolver_free");

    /// <summary><c>gsl_root_fsolver_brent</c>, a variable that points to the method's table of functions.</summary>
    public static nint Brent { get; } = Marshal.ReadIntPtr(Module.GetAddress("gsl_root_fsolver_brent"));

    private static NativeModule LoadWithoutErrorHandler()
    {
        var module = NativeModule.Load(FileName);
        module.GetCallback<GslErrorsOff>("gsl_set_error_handler_off").Invoke();
        return module;
    }
}
