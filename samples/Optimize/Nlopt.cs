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
    private readonly int _dimension;
    private nint _handle;

    public Nlopt(Algorithm algorithm, int dimension)
    {
        _dimension = dimension;
        _handle = NloptLibrary.Create(algorithm, checked((uint)dimension));
        if (_handle == 0)
        {
            throw new ArgumentException($"NLopt refuses the algorithm {algorithm} in {dimension} dimensions.", nameof(algorithm));
        }
    }

    /// <summary>How often the last <see cref="Minimize"/> called the objective.</summary>
    public int Evaluations => NloptLibrary.GetEvaluationCount(Handle);

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
        NloptLibrary.SetLowerBounds(Handle, bounds);
    }

    public void SetObjective(Function f) => NloptLibrary.SetMinObjective(Handle, f.Address, f.Data);

    /// <summary>Adds a function that is at most <paramref name="tolerance"/> where the constraint is met.</summary>
    public void AddConstraint(Function f, double tolerance) => NloptLibrary.AddInequalityConstraint(Handle, f.Address, f.Data, tolerance);

    /// <summary>When to end: a step changes x by less than this, relative to x.</summary>
    public void SetRelativeTolerance(double tolerance) => NloptLibrary.SetRelativeTolerance(Handle, tolerance);

    /// <summary>Minimises from <paramref name="x"/>, where the minimum is put.</summary>
    /// <returns>The objective there.</returns>
    /// <exception cref="NativeStatusException">NLopt failed.</exception>
    /// <exception cref="Exception">What a function that is written in C# threw.</exception>
    public double Minimize(Span<double> x)
    {
        CheckLength(x.Length, nameof(x));
        NloptLibrary.Optimize(Handle, x, out var minimum);
        return minimum;
    }

    /// <summary>Ends a <see cref="Minimize"/> that is under way, from within a function.</summary>
    public void ForceStop() => NloptLibrary.ForceStop(Handle);

    public void Dispose()
    {
        if (_handle != 0)
        {
            NloptLibrary.Destroy(_handle);
            _handle = 0;
        }
    }

    private void CheckLength(int length, string parameter)
    {
        if (length != _dimension)
        {
            throw new ArgumentException($"{parameter} has {length} elements, and the optimizer has {_dimension} dimensions.", parameter);
        }
    }
}
