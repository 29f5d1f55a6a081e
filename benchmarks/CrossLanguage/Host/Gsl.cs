using NativeCallbacks;

namespace CrossLanguageHost;

/// <summary>
/// The integrator of the GNU Scientific Library, loaded at run time and bound with the prototypes of gsl_integration.h, where
/// <c>gsl_function</c> is written as what it is.
/// </summary>
internal static class Gsl
{
    private static readonly NativeModule Module = NativeModule.Load("libgsl.so");

    private static readonly NativeCallback<AllocateWorkspace> Allocate = Bind<AllocateWorkspace>(
        "gsl_integration_workspace_alloc", "gsl_integration_workspace *gsl_integration_workspace_alloc(const size_t n)");

    private static readonly NativeCallback<FreeWorkspace> Free = Bind<FreeWorkspace>(
        "gsl_integration_workspace_free", "void gsl_integration_workspace_free(gsl_integration_workspace *w)");

    private static readonly NativeCallback<Integrate> Qags = Bind<Integrate>(
        "gsl_integration_qags",
        "int gsl_integration_qags(const struct { double (*function)(double x, void *params); void *params; } *f, double a, double b, "
        + "double epsabs, double epsrel, size_t limit, gsl_integration_workspace *workspace, double *result, double *abserr)");

    /// <summary>The integral from 0 to 1, several times, in one workspace.</summary>
    /// <exception cref="NativeStatusException">GSL failed.</exception>
    public static double Integrate(GslFunction function, double tolerance, int limit, int repeats)
    {
        var workspace = Allocate.Invoke((nuint)limit);
        try
        {
            var result = 0.0;
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                Qags.Invoke(function, 0, 1, 0, tolerance, (nuint)limit, workspace, out result, out _);
            }

            return result;
        }
        finally
        {
            Free.Invoke(workspace);
        }
    }

    private static NativeCallback<TSignature> Bind<TSignature>(string name, string prototype)
        where TSignature : System.Delegate => NativeCallback<TSignature>.Bind(Module.GetAddress(name), prototype);
}
