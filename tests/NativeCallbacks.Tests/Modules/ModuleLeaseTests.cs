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
        var first = copy.Module.AcquireLease();
        var second = copy.Module.AcquireLease();

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
            () => copy.Module.AcquireLease(),
            () => copy.Module.GetAddress("matrix_double"),
            () => copy.Module.GetCallback<MatrixTransform>("matrix_double"),
            () => copy.Module.TryGetCallback<MatrixTransform>("matrix_double", out _),
        ];
        foreach (var use in uses)
        {
            use.Should().Throw<ObjectDisposedException>().WithMessage($"{LoadedCopy.FileNames} is disposed.*");
        }
    }

    [Fact]
    public async Task Lease_AcrossAwait_MayEndOnAnotherThread()
    {
        using var copy = new LoadedCopy();
        var lease = copy.Module.AcquireLease();
        copy.Module.Dispose();

        await Task.Run(lease.Dispose);

        copy.IsMapped.Should().BeFalse();
    }

    [Fact]
    [Trait(Soak.Category, Soak.Repeated)]
    public async Task Dispose_WhileTwoThreadsCall_CallsNothingUnloadedAndUnloads()
    {
        var rounds = Soak.Times(usual: 50, soaking: 10_000);
        for (var round = 0; round < rounds; round++)
        {
            using var copy = new LoadedCopy();
            var transform = copy.Module.GetCallback<MatrixTransform>("matrix_double");
            using var bothHaveCalled = new CountdownEvent(2);
            var callers = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                () => CallUntilDisposed(copy.Module, transform, round, bothHaveCalled),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)).ToArray();

            bothHaveCalled.Wait();
            copy.Module.Dispose();
            await Task.WhenAll(callers);

            copy.IsMapped.Should().BeFalse();
        }
    }

    private static void CallUntilDisposed(NativeModule module, NativeCallback<MatrixTransform> transform, double value, CountdownEvent hasCalled)
    {
        var output = new double[1];
        for (var calls = 1; ; calls++)
        {
            try
            {
                using (module.AcquireLease())
                {
                    transform.Invoke([value], output, 1, 1);
                }
            }
            catch (ObjectDisposedException)
            {
                // Disposed between two leases, as it was to be.
                return;
            }

            output[0].Should().Be(2 * value);
            if (calls == 1)
            {
                hasCalled.Signal();
            }
        }
    }
}
