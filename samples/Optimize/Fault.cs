using NativeCallbacks;

namespace OptimizeSample;

/// <summary>An objective that fails half-way: NLopt stops, and the exception arrives where NLopt was called.</summary>
internal static class Fault
{
    private const int FailingEvaluation = 40;

    /// <returns>Whether the exception arrived, and NLopt stopped at once.</returns>
    public static bool Show(Functions functions)
    {
        var evaluations = 0;
        Objective failing = (n, x, gradient, data) =>
            ++evaluations == FailingEvaluation ? throw new NoValueException(x[0], x[1]) : TutorialProblem.Objective(n, x, gradient, data);

        using var optimizer = Solver.OptimizerFor(functions, Algorithm.Cobyla);
        using var callback = failing.ToManagedCallback(onFault: _ => optimizer.ForceStop());
        optimizer.SetObjective(Function.Of(callback));
        try
        {
            optimizer.Minimize(Solver.Start);
            return false;
        }
        catch (NoValueException exception)
        {
            Console.WriteLine($"An objective that throws at evaluation {FailingEvaluation}; NLopt made {optimizer.Evaluations}, and this arrived:");
            Console.WriteLine(exception);
            return evaluations == FailingEvaluation;
        }
    }
}

/// <summary>The objective has no value at a point.</summary>
internal sealed class NoValueException(double x0, double x1) : Exception($"The objective has no value at ({x0:F6}, {x1:F6}).");
