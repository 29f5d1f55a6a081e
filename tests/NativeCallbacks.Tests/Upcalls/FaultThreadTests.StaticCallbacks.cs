using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

public partial class FaultThreadTests
{
    [Fact]
    public void StaticCallback_OnManyThreads_ThrowsOnlyWhereItThrew()
    {
        const int Threads = 4;
        const int Rounds = 200;
        var wrong = new ConcurrentQueue<string>();
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            for (var round = 0; round < Rounds; round++)
            {
                // The handler throws for the arguments of one thread alone.
                var thrown = Record.Exception(() => Counting.Two.Invoke(SecretKernels.Count, SecretKernels.Count, index));
                if ((thrown?.Message ?? "nothing") != (index == SecretKernels.Secret ? $"Secret of thread {index}." : "nothing"))
                {
                    wrong.Enqueue($"Thread {index}, round {round}: {thrown?.Message ?? "nothing"}");
                }
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void StaticCallback_OnAThreadOfNativeCode_ThrowsInTheCallThatWasGivenIt()
    {
        var call = () => Faulting.OnThread.Invoke(SecretKernels.Count, SecretKernels.Secret);

        call.Should().Throw<InvalidOperationException>().WithMessage("Secret of thread 2.");
        Faulting.OnThread.Invoke(SecretKernels.Count, 5).Should().Be(5);
    }
}

internal static partial class SecretKernels
{
    public const int Secret = 2;

    [StaticCallback(nameof(CountOf))]
    public static partial NativeCallback<PlainCount> Count { get; }

    private static long CountOf(int i) => i == Secret ? throw new InvalidOperationException($"Secret of thread {i}.") : i;
}
