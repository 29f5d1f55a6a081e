using System.Globalization;
using System.Runtime.InteropServices;
using NativeCallbacks;
using Samples;

namespace OptimizeSample;

internal static class Program
{
    private static int Main() => Run(inNumba: null) ? 0 : 1;

    /// <summary>
    /// What main.py calls, with the addresses of problem.py's functions, what Numba says of their signatures (UTF-8), and the
    /// addresses of the constraints' data.
    /// </summary>
    [UnmanagedCallersOnly]
    private static int RunWithNumba(nint objective, Utf8Pointer objectiveSignature, nint constraint, Utf8Pointer constraintSignature, nint first, nint second)
    {
        try
        {
            return Run(Functions.InNativeCode(
                "Numba", "cfunc.address", Bind(objective, objectiveSignature), Bind(constraint, constraintSignature), first, second)) ? 0 : 1;
        }
#pragma warning disable CA1031 // Whatever it is, it must not cross into native frames.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(exception);
            return 1;
        }
    }

    private static NativeCallback<Objective> Bind(nint address, Utf8Pointer signature) =>
        NativeCallback<Objective>.Bind(address, signature.ToString());

    private static bool Run(Functions? inNumba)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        // C# functions as native code sees them. All have the same address: the user data identifies them.
        Objective objective = TutorialProblem.Objective;
        using var callback = objective.ToManagedCallback();
        using var first = TutorialProblem.Constraint(2, 0).ToManagedCallback();
        using var second = TutorialProblem.Constraint(-1, 1).ToManagedCallback();
        var inCSharp = new Functions("C#", "ToManagedCallback", Function.Of(callback), Function.Of(first), Function.Of(second));

        var correct = true;
        Console.WriteLine($"The minimum of the tutorial problem is {TutorialProblem.Minimum:F10}. What NLopt finds:");
        Console.WriteLine("Algorithm  Functions       Minimum  Evaluations      Time");
        foreach (var algorithm in Enum.GetValues<Algorithm>())
        {
            foreach (var functions in new[] { inCSharp, Functions.InC(), inNumba }.OfType<Functions>())
            {
                correct &= Report(algorithm, functions, Solver.Solve(functions, algorithm));
            }
        }

        return correct & Fault.Show(inCSharp);
    }

    private static bool Report(Algorithm algorithm, Functions functions, Solution solution)
    {
        Console.WriteLine(
            $"{algorithm,-9}  {functions.Language,-9}  {solution.Minimum:F10}  {solution.Evaluations,11}  {solution.Time.TotalMicroseconds,5:F0} µs");
        ResultTable.Add(
            functions.Language,
            $"{functions.Origin}, called by NLopt ({algorithm})",
            $"[{string.Join(", ", Solver.Start)}]",
            $"{solution.Minimum:F10} after {solution.Evaluations} evaluations",
            solution.IsRight);
        return solution.IsRight;
    }
}
