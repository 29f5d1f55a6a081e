using NativeCallbacks;

namespace OptimizeSample;

/// <summary>A function for NLopt, whoever wrote it: its address, and the data that it is called with.</summary>
internal readonly record struct Function(NativeCallback<Objective> Address, nint Data)
{
    /// <summary>A function written in C#.</summary>
    public static Function Of(ManagedCallback<Objective> callback) => new(callback.Callback, callback.UserData);
}

/// <summary>The functions of the problem, in one language, and where their addresses come from.</summary>
internal sealed record Functions(string Language, string Origin, Function Objective, Function First, Function Second)
{
    /// <summary>The functions of problem.c, which the build compiled into a library beside this program.</summary>
    public static Functions InC()
    {
        var library = NativeModule.Load(Path.Combine(Path.GetDirectoryName(typeof(Functions).Assembly.Location)!, "libproblem.so"));
        return InNativeCode(
            "C",
            "export table",
            library.Bind<Objective>("objective", "double objective(unsigned n, const double *x, double *gradient, void *data)"),
            library.Bind<Objective>("constraint", "double constraint(unsigned n, const double *x, double *gradient, void *data)"),
            library.GetAddress("first_coefficients"),
            library.GetAddress("second_coefficients"));
    }

    /// <summary>Functions of native code: both constraints are one, with different data.</summary>
    public static Functions InNativeCode(
        string language, string origin, NativeCallback<Objective> objective, NativeCallback<Objective> constraint, nint first, nint second) =>
        new(language, origin, new(objective, 0), new(constraint, first), new(constraint, second));
}
