namespace MpiSample;

/// <summary>How many numbers each rank has, and where they start. The first ranks take what is left over.</summary>
internal sealed class Parts
{
    public Parts(int total, int ranks)
    {
        Total = total;
        Counts = [.. Enumerable.Range(0, ranks).Select(rank => total / ranks + (rank < total % ranks ? 1 : 0))];
        Offsets = [.. Enumerable.Range(0, ranks).Select(rank => Counts.Take(rank).Sum())];
    }

    public int Total { get; }

    public int[] Counts { get; }

    public int[] Offsets { get; }
}
