using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Modules;

/// <summary>When a module is unloaded: by the system's own account, the maps of the process.</summary>
public class ModuleLeaseTests
{
    [Fact]
    public void Dispose_WithoutLeases_UnloadsAtOnce()
    {
        using var copy = new LoadedCopy();
        copy.IsMapped.Should().BeTrue();

        copy.Module.Dispose();

        copy.IsMapped.Should().BeFalse();
    }

    [Fact]
    public void Dispose_UnderTwoLeases_UnloadsWithTheLastOfThem()
    {
        using var copy = new LoadedCopy();
        var transform = copy.Module.GetCallback<MatrixTransform>("matrix_double");
        var first = copy.Module.Enter();
        var second = copy.Module.Enter();

        copy.Module.Dispose();
        first.Dispose();
        first.Dispose(); // A second time counts for nothing.
        copy.IsMapped.Should().BeTrue();
        var output = new double[1];
        transform.Invoke([21], output, 1, 1);
        output.Should().Equal(42);

        second.Dispose();
        copy.IsMapped.Should().BeFalse();
    }

    [Fact]
    public void Members_AfterDispose_AreRefused()
    {
        using var copy = new LoadedCopy();
        copy.Module.Dispose();
        copy.Module.Dispose(); // A second time does nothing.

        Action[] uses =
        [
            () => copy.Module.Enter(),
            () => copy.Module.GetAddress("matrix_double"),
            () => copy.Module.GetCallback<MatrixTransform>("matrix_double"),
            () => copy.Module.TryGetCallback<MatrixTransform>("matrix_double", out _),
        ];
        foreach (var use in uses)
        {
            use.Should().Throw<ObjectDisposedException>().WithMessage("libncbshim-*.so is disposed.*");
        }
    }

    [Fact]
    public async Task Lease_AcrossAwait_MayEndOnAnotherThread()
    {
        using var copy = new LoadedCopy();
        var lease = copy.Module.Enter();
        copy.Module.Dispose();

        await Task.Run(lease.Dispose);

        copy.IsMapped.Should().BeFalse();
    }

    [Fact]
    public async Task LoadLeaseCallDispose_OnTwoThreadsManyTimes_CallsNothingUnloadedAndUnloadsAll()
    {
        const int Rounds = 200;
        var calls = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var copy = new LoadedCopy();
            var transform = copy.Module.GetCallback<MatrixTransform>("matrix_double");
            using var start = new Barrier(3);
            var callers = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    var output = new double[1];
                    start.SignalAndWait();
                    try
                    {
                        while (true)
                        {
                            using (copy.Module.Enter())
                            {
                                transform.Invoke([round], output, 1, 1);
                                output[0].Should().Be(2 * round);
                                Interlocked.Increment(ref calls);
                            }
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        // The module was disposed between two leases, as it was to be.
                    }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)).ToArray();

            start.SignalAndWait();
            copy.Module.Dispose();
            await Task.WhenAll(callers);

            copy.IsMapped.Should().BeFalse();
        }

        calls.Should().BeGreaterThan(0);
    }
}
