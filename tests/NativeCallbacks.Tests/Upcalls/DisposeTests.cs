using System;
using System.Linq;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>The end of a managed callback: what late calls get, and what its members say.</summary>
public class DisposeTests
{
    [Fact]
    public void LateCall_WithoutContext_GetsTheFaultResult_AHundredThousandTimes()
    {
        var runs = 0;
        var handler = new PlainCount(_ => ++runs).ToManagedCallback();
        var callback = handler.Callback;
        handler.Dispose();

        Counting.Call(callback, 100_000).Should().Be(100_000 * -77L);

        (runs, handler.Fault).Should().Be((0, null));
    }

    [Fact]
    public void LateCall_WithContext_GetsTheFaultResult_AHundredThousandTimes()
    {
        var runs = 0;
        var handler = new Count((_, _) => ++runs).ToManagedCallback();
        var (callback, context) = (handler.Callback, handler.UserData);
        handler.Dispose();

        Counting.Call(callback, context, 100_000).Should().Be(100_000 * -77L);

        (runs, handler.Fault).Should().Be((0, null));
    }

    [NotOnMonoTheory(Mono.NoContexts)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(0xFFFFFFFFL)]
    [InlineData(0x100000000L)]
    [InlineData(0x1FFFFFFFFL)]
    [InlineData(0x7FFFFFFF00000000L)]
    [InlineData(long.MinValue)]
    public void Call_WithAContextThatNobodyGave_GetsTheFaultResult(long context)
    {
        using var handler = new GarbageCount(static (_, _) => 5).ToManagedCallback();
        if (context == handler.UserData)
        {
            context = 0x0000000500000001;
        }

        Shim.Get<SumGarbageCount>("upcall_sum").Invoke(handler.Callback, 2, (nint)context).Should().Be(2 * -77);
    }

    [Fact]
    public void Members_AfterDispose_SayThatItIsDisposed()
    {
        var handler = new Count(static (i, _) => i).ToManagedCallback();
        handler.Dispose();

        handler.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>().WithMessage("*ManagedCallback<Count>*");
        handler.Invoking(static disposed => disposed.UserData).Should().Throw<ObjectDisposedException>().WithMessage("It is disposed, so native code can no longer call a handler through it.*");
        handler.Invoking(static disposed => disposed.Reset()).Should().Throw<ObjectDisposedException>();
        handler.ThrowIfFaulted();
        handler.Fault.Should().BeNull();
    }

    [Fact]
    public void Fault_AfterDispose_StaysReadable()
    {
        var handler = new PlainCount(static _ => throw new InvalidOperationException("Bad.")).ToManagedCallback();
        Counting.Call(handler.Callback);
        handler.Dispose();

        handler.Fault!.Message.Should().Be("Bad.");
        handler.Invoking(static disposed => disposed.ThrowIfFaulted()).Should().Throw<InvalidOperationException>().WithMessage("Bad.");
    }

    [NotOnMonoFact(Mono.NoContexts)]
    public void Dispose_Twice_EndsNoOtherCallback()
    {
        var first = new Count(static (_, _) => 1).ToManagedCallback();
        var stale = first.UserData;
        first.Dispose();
        using var others = new Disposables();
        var handlers = Enumerable.Range(0, 100).Select(number => others.Add(new Count((_, _) => number).ToManagedCallback())).ToArray();

        first.Dispose();

        handlers.Select(Call).Should().Equal(Enumerable.Range(0, 100).Select(static number => (long)number));
        Counting.Call(handlers[0].Callback, stale).Should().Be(-77);
    }

    [Fact]
    public void Dispose_FromSeveralThreads_EndsItOnce()
    {
        for (var round = 0; round < 200; round++)
        {
            var first = new PlainCount(static _ => 1).ToManagedCallback();
            var callback = first.Callback;
            using (var start = new Barrier(4))
            {
                var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
                {
                    start.SignalAndWait();
                    first.Dispose();
                })).ToList();
                threads.ForEach(static thread => thread.Start());
                threads.ForEach(static thread => thread.Join());
            }

            using var second = new PlainCount(static _ => 2).ToManagedCallback();
            using var third = new PlainCount(static _ => 3).ToManagedCallback();
            (Counting.Call(callback), Counting.Call(second.Callback), Counting.Call(third.Callback)).Should().Be((-77, 2, 3));
        }
    }

    [Fact]
    public void Dispose_InTheHandler_LetsItComplete()
    {
        ManagedCallback<Count>? owner = null;
        var handler = new Count((i, _) =>
        {
            owner!.Dispose();
            owner.Dispose();
            return i + 10;
        }).ToManagedCallback();
        owner = handler;

        Counting.Call(handler.Callback, handler.UserData, 3).Should().Be(10 + (2 * -77));

        handler.Fault.Should().BeNull();
    }

    [Fact]
    public void Dispose_WhileNativeThreadsCall_GivesEachCallAResult()
    {
        const int Threads = 4;
        const int Calls = 20_000;
        var (runs, runsBefore) = (0L, 0L);
        ManagedCallback<Count>? owner = null;
        var handler = new Count((_, _) =>
        {
            if (Interlocked.Increment(ref runs) == 1_000)
            {
                owner!.Dispose();
                runsBefore = Interlocked.Read(ref runs);
            }

            return 1;
        }).ToManagedCallback();
        owner = handler;

        var sum = Counting.OnThreadsThrowingNothing.Invoke(handler.Callback, handler.UserData, Threads, Calls);

        runs.Should().BeInRange(1_000, runsBefore + Threads, "each other thread may be in the handler, or about to enter it");
        sum.Should().Be(runs - (77 * ((Threads * Calls) - runs)));
    }

    [Fact]
    public void HandlerThatThrowsAfterDispose_IsNotLost()
    {
        Exception? told = null;
        ManagedCallback<PlainCount>? owner = null;
        var handler = new PlainCount(_ =>
        {
            owner!.Dispose();
            throw new InvalidOperationException("After the end.");
        }).ToManagedCallback(exception => told = exception);
        owner = handler;

        Counting.Call(handler.Callback).Should().Be(-77);

        handler.Fault!.Message.Should().Be("After the end.");
        told.Should().BeSameAs(handler.Fault);
    }

    private static long Call(ManagedCallback<Count> handler) => Counting.Call(handler);
}
