namespace OptimizeSample;

/// <summary>
/// The problem of NLopt's tutorial: minimise √x₁ where x₁ ≥ (2 x₀)³ and x₁ ≥ (1 − x₀)³. The minimum is √(8/27), at
/// (1/3, 8/27).
/// </summary>
internal static class TutorialProblem
{
    public static readonly double Minimum = Math.Sqrt(8.0 / 27);

    /// <summary>√x₁, and its gradient for those algorithms that ask for one: for the others the span is empty.</summary>
    public static double Objective(uint n, ReadOnlySpan<double> x, Span<double> gradient, nint data)
    {
        if (!gradient.IsEmpty)
        {
            gradient[0] = 0;
            gradient[1] = 0.5 / Math.Sqrt(x[1]);
        }

        return Math.Sqrt(x[1]);
    }

    /// <summary>(a x₀ + b)³ − x₁, which is negative where the constraint is met. The coefficients are captured, as in any lambda.</summary>
    public static Objective Constraint(double a, double b) => (n, x, gradient, data) =>
    {
        var t = a * x[0] + b;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 3 * a * t * t;
            gradient[1] = -1;
        }

        return t * t * t - x[1];
    };
}
