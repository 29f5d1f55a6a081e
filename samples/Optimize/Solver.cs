using System.Diagnostics;

namespace OptimizeSample;

/// <summary>What NLopt found, after how many evaluations of the objective, and in which time.</summary>
internal readonly record struct Solution(double Minimum, int Evaluations, TimeSpan Time)
{
    /// <summary>Whether the minimum is the known one, as far as the tolerances let it be.</summary>
    public bool IsRight => Math.Abs(Minimum - TutorialProblem.Minimum) < Solver.Tolerance;
}

/// <summary>Gives the tutorial problem to NLopt.</summary>
internal static class Solver
{
    /// <summary>By how much a step changes x, relative to x, when it is the last one.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>By how much a constraint may be missed.</summary>
    private const double ConstraintTolerance = 1e-12;

    /// <summary>How often a problem is solved to find the time that it takes.</summary>
    private const int Runs = 200;

    public static double[] Start => [1.234, 5.678];

    public static Nlopt OptimizerFor(Functions functions, Algorithm algorithm)
    {
        var optimizer = new Nlopt(algorithm, Start.Length);
        optimizer.SetLowerBounds([double.NegativeInfinity, 0]);
        optimizer.SetObjective(functions.Objective);
        optimizer.AddConstraint(functions.First, ConstraintTolerance);
        optimizer.AddConstraint(functions.Second, ConstraintTolerance);
        optimizer.SetRelativeTolerance(Tolerance);
        return optimizer;
    }

    /// <summary>Solves the problem, several times over; the time is the median.</summary>
    public static Solution Solve(Functions functions, Algorithm algorithm)
    {
        using var optimizer = OptimizerFor(functions, algorithm);
        var minimum = double.NaN;
        var times = new TimeSpan[Runs];
        foreach (ref var time in times.AsSpan())
        {
            var x = Start;
            var start = Stopwatch.GetTimestamp();
            minimum = optimizer.Minimize(x);
            time = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return new(minimum, optimizer.Evaluations, times[Runs / 2]);
    }
}
