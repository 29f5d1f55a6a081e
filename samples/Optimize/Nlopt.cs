using System.Runtime.InteropServices;
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
    private static readonly nint Library = Load("libnlopt.so.0", "libnlopt.so");
    private static readonly NativeCallback<Create> NewOptimizer = new(Address("nlopt_create"));
    private static readonly NativeCallback<Destroy> Destroy = new(Address("nlopt_destroy"));
    private static readonly NativeCallback<SetLowerBounds> LowerBounds = new(Address("nlopt_set_lower_bounds"));
    private static readonly NativeCallback<SetMinObjective> MinObjective = new(Address("nlopt_set_min_objective"));
    private static readonly NativeCallback<AddInequalityConstraint> InequalityConstraint = new(Address("nlopt_add_inequality_constraint"));
    private static readonly NativeCallback<SetRelativeTolerance> RelativeTolerance = new(Address("nlopt_set_xtol_rel"));
    private static readonly NativeCallback<Optimize> Optimize = new(Address("nlopt_optimize"));
    private static readonly NativeCallback<ForceStop> Stop = new(Address("nlopt_force_stop"));
    private static readonly NativeCallback<GetEvaluationCount> EvaluationCount = new(Address("nlopt_get_numevals"));

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

    private static nint Address(string name) => NativeLibrary.GetExport(Library, name);

    private static nint Load(params string[] names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
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
