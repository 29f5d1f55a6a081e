using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace PythonModule;

/// <summary>Simpson's rule over equal intervals, some points at a time.</summary>
internal sealed class Simpson
{
    private const int Block = 256;

    private readonly double _from;
    private readonly double _width;
    private readonly long _intervals;
    private double _sum;

    public Simpson(double from, double to, long intervals)
    {
        if (intervals < 2 || intervals % 2 != 0)
        {
            throw new BadValueException($"intervals is {intervals}, but Simpson's rule needs an even number of them. Pass {Math.Max(2, intervals + 1)}.");
        }

        (_from, _width, _intervals) = (from, to - from, intervals);
    }

    public long Points => _intervals + 1;

    /// <summary>How many points have been added.</summary>
    public long Done { get; private set; }

    public double Result => _sum * _width / _intervals / 3;

    public void Add(NativeCallback<ScalarFunction> function, long points)
    {
        Span<double> x = stackalloc double[Block];
        Span<double> y = stackalloc double[Block];
        for (var end = End(points); Done < end;)
        {
            var count = Place(x, end);
            function.Map(x[..count], y[..count]);
            Weigh(y[..count]);
        }
    }

    public void Add(NativeCallback<CheckedScalarFunction> function, long points)
    {
        Span<double> x = stackalloc double[Block];
        Span<double> y = stackalloc double[Block];
        for (var end = End(points); Done < end;)
        {
            var count = Place(x, end);
            for (var i = 0; i < count; i++)
            {
                function.Invoke(x[i], out y[i]);
            }

            Weigh(y[..count]);
        }
    }

    private long End(long points) => points < Points - Done ? Done + points : Points;

    /// <summary>The next places, and how many they are.</summary>
    private int Place(Span<double> x, long end)
    {
        var count = (int)Math.Min(x.Length, end - Done);
        for (var i = 0; i < count; i++)
        {
            x[i] = _from + (_width * ((Done + i) / (double)_intervals));
        }

        return count;
    }

    private void Weigh(ReadOnlySpan<double> y)
    {
        foreach (var value in y)
        {
            _sum += value * (Done == 0 || Done == _intervals ? 1 : Done % 2 == 1 ? 4 : 2);
            Done++;
        }
    }
}
