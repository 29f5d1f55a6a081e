using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Pins;

/// <summary>Calls on one thread, while another compacts the heap all the time.</summary>
public class CompactionTests
{
    // As large as arrays can be that a collection moves.
    private const int Rows = 130, Columns = 80;

    [Fact]
    public async Task Invoke_WithFreshArraysDuringCompaction_ReadsAndWritesThem()
    {
        const int Calls = 1000;
        using var done = new CancellationTokenSource();
        var compactor = Task.Factory.StartNew(
            () =>
            {
                var collections = 0;
                while (!done.IsCancellationRequested)
                {
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                    collections++;
                }

                return collections;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        var wrong = Enumerable.Range(1, Calls).Count(static seed => !TransposesRight(seed));
        await done.CancelAsync();

        wrong.Should().Be(0);
        (await compactor).Should().BePositive();
    }

    /// <summary>One call over fresh arrays, long enough for collections to happen during it.</summary>
    private static bool TransposesRight(int seed)
    {
        var (input, output) = (new double[Rows * Columns], new double[Rows * Columns]);
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = seed + i;
        }

        Shim.Get<MatrixTransform>("matrix_transpose").Invoke(input, output, Rows, Columns);

        for (var i = 0; i < output.Length; i++)
        {
            if (output[i] != seed + (i % Rows * Columns) + (i / Rows))
            {
                return false;
            }
        }

        return true;
    }
}
