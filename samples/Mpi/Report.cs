using NativeCallbacks;
using NativeCallbacks.Numerics;
using Samples;

namespace MpiSample;

/// <summary>The report of the root about a run.</summary>
internal static class Report
{
    /// <summary>Prints a row for each rank and compares the result with that of one process.</summary>
    /// <returns>Whether the result is right.</returns>
    public static bool Write(
        RankTimes[] times, double[] input, double[] result, Moments moments, NativeCallback<ScalarFunction> kernel)
    {
        Console.WriteLine("ranks  rank   elements  total, ms  in the kernel  in MPI");
        for (var rank = 0; rank < times.Length; rank++)
        {
            var (total, inKernel, inMpi, elements) = times[rank];
            Console.WriteLine($"{times.Length,5} {rank,5} {elements,10} {1000 * total,10:F1} {1000 * inKernel,14:F1} {1000 * inMpi,7:F1}");
        }

        var expected = new double[input.Length];
        kernel.Map(input, expected);
        var isEqual = result.AsSpan().SequenceEqual(expected);
        var isClose = IsClose(moments, expected, times.Length, out var comparison);
        Console.WriteLine($"Mapped as by one process, element by element: {isEqual}");
        Console.WriteLine(comparison);
        Console.WriteLine();
        ResultTable.Add("MPI", $"C kernel on {Ranks(times.Length)}, merged in C#", ResultTable.ShowEnds(input), ResultTable.ShowEnds(result), isEqual && isClose);
        return isEqual && isClose;
    }

    private static bool IsClose(Moments moments, double[] expected, int ranks, out string comparison)
    {
        var reference = Moments.Of(expected);
        var magnitude = expected.Sum(Math.Abs) / expected.Length;
        var mean = Math.Abs(moments.Mean - reference.Mean);
        var variance = Math.Abs(moments.Variance - reference.Variance) / reference.Variance;
        var meanBound = Moments.MeanBound(magnitude, reference.Count, ranks);
        var varianceBound = Moments.VarianceBound(magnitude, Math.Sqrt(reference.Variance), reference.Count, ranks);
        comparison = $"Mean     {moments.Mean:R}, off by {mean:E1}, where {meanBound:E1} is allowed\n"
            + $"Variance {moments.Variance:R}, off by {variance:E1} of it, where {varianceBound:E1} is allowed";
        return moments.Count == reference.Count && mean <= meanBound && variance <= varianceBound;
    }

    private static string Ranks(int count) => count == 1 ? "1 rank" : $"{count} ranks";
}
