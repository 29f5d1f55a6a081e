using NativeCallbacks;

namespace OptimizeSample;

/// <summary>The algorithms of NLopt that the sample uses, by their numbers in nlopt.h.</summary>
internal enum Algorithm
{
    /// <summary>Powell's linear approximations, which ask for no gradient.</summary>
    Cobyla = 25,

    /// <summary>Kraft's sequential quadratic programming, which uses gradients.</summary>
    Slsqp = 40,
}

/// <summary>One optimizer of NLopt. It does not own its functions, which must live for as long as it minimises.</summary>
internal sealed class Nlopt : IDisposable
{
    private static readonly NativeModule Library = Load("libnlopt.so.0", "libnlopt.so");

    // The prototypes of nlopt.h, except for its own type names, which only the header defines: nlopt_opt is a void *,
    // nlopt_algorithm and nlopt_result are enumerations, and nlopt_func is this:
    private const string NloptFunc = "double (*f)(unsigned n, const double *x, double *gradient, void *data)";

    private static readonly NativeCallback<Create> NewOptimizer =
        Library.Bind<Create>("nlopt_create", "void *nlopt_create(enum nlopt_algorithm algorithm, unsigned n)");

    private static readonly NativeCallback<Destroy> Destroy =
        Library.Bind<Destroy>("nlopt_destroy", "void nlopt_destroy(void *opt)");

    private static readonly NativeCallback<SetLowerBounds> LowerBounds =
        Library.Bind<SetLowerBounds>("nlopt_set_lower_bounds", "enum nlopt_result nlopt_set_lower_bounds(void *opt, const double *lb)");

    private static readonly NativeCallback<SetMinObjective> MinObjective =
        Library.Bind<SetMinObjective>("nlopt_set_min_objective", $"enum nlopt_result nlopt_set_min_objective(void *opt, {NloptFunc}, void *f_data)");

    private static readonly NativeCallback<AddInequalityConstraint> InequalityConstraint =
        Library.Bind<AddInequalityConstraint>(
            "nlopt_add_inequality_constraint",
            $"enum nlopt_result nlopt_add_inequality_constraint(void *opt, {NloptFunc}, void *fc_data, double tol)");

    private static readonly NativeCallback<SetRelativeTolerance> RelativeTolerance =
        Library.Bind<SetRelativeTolerance>("nlopt_set_xtol_rel", "enum nlopt_result nlopt_set_xtol_rel(void *opt, double tol)");

    private static readonly NativeCallback<Optimize> Optimize =
        Library.Bind<Optimize>("nlopt_optimize", "enum nlopt_result nlopt_optimize(void *opt, double *x, double *opt_f)");

    private static readonly NativeCallback<ForceStop> Stop =
        Library.Bind<ForceStop>("nlopt_force_stop", "enum nlopt_result nlopt_force_stop(void *opt)");

    private static readonly NativeCallback<GetEvaluationCount> EvaluationCount =
        Library.Bind<GetEvaluationCount>("nlopt_get_numevals", "int nlopt_get_numevals(void *opt)");

    private readonly int _dimension;
    private nint _handle;

    public Nlopt(Algorithm algorithm, int dimension)
    {
        _dimension = dimension;
        _handle = NewOptimizer.Invoke(algorithm, checked((uint)dimension));
        if (_handle == 0)
        {
            throw new ArgumentException($"NLopt refuses the algorithm {algorithm} in {dimension} dimensions.", nameof(algorithm));
        }
    }

    /// <summary>How often the last <see cref="Minimize"/> called the objective.</summary>
    public int Evaluations => EvaluationCount.Invoke(Handle);

    private nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            return _handle;
        }
    }

    public void SetLowerBounds(ReadOnlySpan<double> bounds)
    {
        CheckLength(bounds.Length, nameof(bounds));
        LowerBounds.Invoke(Handle, bounds);
    }

    public void SetObjective(Function f) => MinObjective.Invoke(Handle, f.Address, f.Data);

    /// <summary>Adds a function that is at most <paramref name="tolerance"/> where the constraint is met.</summary>
    public void AddConstraint(Function f, double tolerance) => InequalityConstraint.Invoke(Handle, f.Address, f.Data, tolerance);

    /// <summary>When to end: a step changes x by less than this, relative to x.</summary>
    public void SetRelativeTolerance(double tolerance) => RelativeTolerance.Invoke(Handle, tolerance);

    /// <summary>Minimises from <paramref name="x"/>, where the minimum is put.</summary>
    /// <returns>The objective there.</returns>
    /// <exception cref="NativeStatusException">NLopt failed.</exception>
    /// <exception cref="Exception">What a function that is written in C# threw.</exception>
    public double Minimize(Span<double> x)
    {
        CheckLength(x.Length, nameof(x));
        Optimize.Invoke(Handle, x, out var minimum);
        return minimum;
    }

    /// <summary>Ends a <see cref="Minimize"/> that is under way, from within a function.</summary>
    public void ForceStop() => Stop.Invoke(Handle);

    public void Dispose()
    {
        if (_handle != 0)
        {
            Destroy.Invoke(_handle);
            _handle = 0;
        }
    }

    private static NativeModule Load(params string[] names)
    {
        foreach (var name in names)
        {
            try
            {
                return NativeModule.Load(name);
            }
            catch (DllNotFoundException)
            {
                // The next one, or the message below.
            }
        }

        throw new DllNotFoundException("NLopt is missing. Install it: sudo apt-get install -y libnlopt-dev");
    }

    private void CheckLength(int length, string parameter)
    {
        if (length != _dimension)
        {
            throw new ArgumentException($"{parameter} has {length} elements, and the optimizer has {_dimension} dimensions.", parameter);
        }
    }
}
