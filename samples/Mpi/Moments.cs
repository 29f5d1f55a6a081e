namespace MpiSample;

/// <summary>What is known of some numbers: how many there are, their mean, and the sum of squares of their distances from it.</summary>
internal readonly record struct Moments(double Mean, double SquaredDistances, long Count)
{
    /// <summary>The unit roundoff of double: no operation is off by more than this, relatively.</summary>
    private const double Roundoff = 1.0 / (1L << 53);

    public double Variance => SquaredDistances / Count;

    /// <summary>Of numbers in one place: the mean first, then the distances from it.</summary>
    public static Moments Of(ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty)
        {
            return default;
        }

        double sum = 0, squares = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        var mean = sum / numbers.Length;
        foreach (var number in numbers)
        {
            squares += (number - mean) * (number - mean);
        }

        return new Moments(mean, squares, numbers.Length);
    }

    /// <summary>
    /// Of two samples together, from what is known of each (Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm
    /// for computing sample variances", 1979): no square of a sum is taken, so nothing cancels.
    /// </summary>
    public static Moments Merge(Moments left, Moments right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        var count = left.Count + right.Count;
        var distance = right.Mean - left.Mean;
        return new Moments(
            left.Mean + distance * right.Count / count,
            left.SquaredDistances + right.SquaredDistances + distance * distance * left.Count * right.Count / count,
            count);
    }

    /// <summary>
    /// How far the mean of the merged parts may be from that of the whole, to first order in the roundoff u: a sum of n
    /// numbers is off by at most n·u·Σ|x| (Higham, "Accuracy and Stability of Numerical Algorithms", 4.2), so both means by
    /// n·u·|x|, where |x| is the mean of the magnitudes; each of the merges adds a few roundings of numbers of that size.
    /// </summary>
    public static double MeanBound(double meanMagnitude, long count, int parts) => (2.0 * count + 8.0 * parts) * Roundoff * meanMagnitude;

    /// <summary>
    /// The same for the variance, relatively. Each sum of n squares is off by (n + 3)·u, relatively. A merge adds d²·a·b/n,
    /// where each of the means in d is off by δ, the bound above: that changes the term by at most 4·δ·|d|·a·b/n, which is at
    /// most 2·δ·√(n·S) for a sum of squares S, since d²·a·b/n ≤ S and a·b/n ≤ n/4; relatively 2·δ/σ for each merge.
    /// </summary>
    public static double VarianceBound(double meanMagnitude, double deviation, long count, int parts) =>
        2.0 * (count + 3 + 8.0 * parts) * Roundoff + 2.0 * parts * MeanBound(meanMagnitude, count, parts) / deviation;
}
