using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Pins;

/// <summary>Calls on one thread, while another compacts the heap all the time.</summary>
public class CompactionTests
{
    [Fact]
    public async Task Invoke_WithFreshArraysDuringCompaction_ReadsAndWritesThem()
    {
        const int Calls = 3000;
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

    private static bool TransposesRight(int seed)
    {
        var (m, n) = ((seed % 40) + 1, (seed % 37) + 1);
        var input = Enumerable.Range(0, m * n).Select(i => (double)(seed + i)).ToArray();
        var output = new double[m * n];

        Shim.Get<MatrixTransform>("matrix_transpose").Invoke(input, output, m, n);

        return Enumerable.Range(0, m * n).All(i => output[i] == input[((i % m) * n) + (i / m)]);
    }
}
