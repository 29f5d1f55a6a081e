using System.Runtime.InteropServices;
using NativeCallbacks;

namespace MpiSample;

/// <summary>All the processes that mpirun started, and this one's place among them.</summary>
internal sealed class Communicator : IDisposable
{
    private const int Root = 0;

    private Communicator()
    {
        MpiLibrary.Initialize(0, 0);
        MpiLibrary.Rank(MpiLibrary.World, out var rank);
        MpiLibrary.Size(MpiLibrary.World, out var size);
        (Rank, Size) = (rank, size);
    }

    public int Rank { get; }

    public int Size { get; }

    public bool IsRoot => Rank == Root;

    /// <summary>Starts MPI; a process can do so once.</summary>
    public static Communicator Start() => new();

    /// <summary>Hands each rank its part of the root's numbers.</summary>
    /// <param name="all">The root's numbers; empty elsewhere.</param>
    /// <param name="parts">Where each rank's part is.</param>
    /// <param name="part">Receives this rank's part.</param>
    public void Scatter(ReadOnlySpan<double> all, Parts parts, Span<double> part)
    {
        CheckAll(all.Length, parts);
        MpiLibrary.Scatter(all, parts.Counts, parts.Offsets, MpiLibrary.Doubles, part, MpiLibrary.Doubles, Root, MpiLibrary.World);
    }

    /// <summary>Puts the parts of all ranks together again.</summary>
    /// <param name="part">This rank's part.</param>
    /// <param name="parts">Where each rank's part goes.</param>
    /// <param name="all">Receives the root's numbers; empty elsewhere.</param>
    public void Gather(ReadOnlySpan<double> part, Parts parts, Span<double> all)
    {
        CheckAll(all.Length, parts);
        MpiLibrary.Gather(part, MpiLibrary.Doubles, all, parts.Counts, parts.Offsets, MpiLibrary.Doubles, Root, MpiLibrary.World);
    }

    /// <summary>The times of all ranks, at the root; empty elsewhere.</summary>
    public RankTimes[] GatherTimes(RankTimes mine)
    {
        var all = new RankTimes[IsRoot ? Size : 0];
        var size = Marshal.SizeOf<RankTimes>();
        MpiLibrary.GatherTimes(mine, size, MpiLibrary.Bytes, all, size, MpiLibrary.Bytes, Root, MpiLibrary.World);
        return all;
    }

    /// <summary>
    /// Merges the moments of all ranks by a C# handler, which MPI calls wherever it likes. If the handler throws, all ranks
    /// end with its message: MPI has no other way to stop a reduction.
    /// </summary>
    /// <returns>The merged moments at the root; nothing of use elsewhere.</returns>
    public Moments Reduce(Moments mine, ReduceFunction merge)
    {
        MpiLibrary.MakeContiguousType(Marshal.SizeOf<Moments>(), MpiLibrary.Bytes, out var type);
        MpiLibrary.CommitType(ref type);
        using var native = merge.ToManagedCallback(Abort);

        // Not commutative: the ranks are merged in their order, so that the result is the same in every run.
        MpiLibrary.CreateOperation(native.Callback, 0, out var operation);
        MpiLibrary.Reduce(mine, out var result, 1, type, operation, Root, MpiLibrary.World);
        MpiLibrary.FreeOperation(ref operation);
        MpiLibrary.FreeType(ref type);
        return result;
    }

    public void Dispose() => MpiLibrary.Terminate();

    private void Abort(Exception fault)
    {
        Console.Error.WriteLine($"Rank {Rank} of {Size}: {fault.GetType().Name}: {fault.Message}");
        MpiLibrary.Abort(MpiLibrary.World, 1);
    }

    private void CheckAll(int length, Parts parts)
    {
        if (parts.Counts.Length != Size || (IsRoot && length != parts.Total))
        {
            throw new ArgumentException($"{length} numbers are not the {parts.Total} of {Size} ranks.", nameof(parts));
        }
    }
}
