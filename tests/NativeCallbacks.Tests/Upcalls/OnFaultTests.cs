using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>The action that is run when a handler faults.</summary>
public class OnFaultTests
{
    [Fact]
    public void OnFault_RunsOncePerFault_WithTheException()
    {
        var told = new List<Exception>();
        using var handler = new PlainCount(static i => throw new InvalidOperationException($"At {i}.")).ToManagedCallback(told.Add);

        Counting.Call(handler.Callback, 3);
        told.Should().Equal(handler.Fault!);
        handler.Reset();
        Counting.Call(handler.Callback, 3);

        told.Should().HaveCount(2);
        told[1].Should().BeSameAs(handler.Fault);
    }

    [Fact]
    public void OnFault_OfArgumentsThatTheHandlerCannotSee_Runs()
    {
        Exception? told = null;
        using var handler = new FixedFunction(static (_, _, _) => 0).ToManagedCallback(exception => told = exception);

        Shim.Get<CallCells>("upcall_cells").Invoke(handler.Callback.Address, 1, 0, 0);

        told.Should().BeOfType<ArgumentNullException>().And.BeSameAs(handler.Fault);
    }

    [Fact]
    public void OnFault_ThatThrows_LeavesTheFirstException()
    {
        using var handler = new Count(static (_, _) => throw new InvalidOperationException("First."))
            .ToManagedCallback(static _ => throw new NotSupportedException("Second."));

        Counting.Call(handler, 2).Should().Be(2 * -77);

        handler.Fault!.Message.Should().Be("First.");
    }

    [Fact]
    public void OnFault_WithoutFault_DoesNotRun()
    {
        var ran = false;
        using (var handler = new PlainCount(static i => i).ToManagedCallback(_ => ran = true))
        {
            Counting.Call(handler.Callback, 3).Should().Be(3);
        }

        ran.Should().BeFalse();
    }

    [Fact]
    public void OnFault_ThatResets_LetsTheHandlerRunAgain()
    {
        var runs = 0;
        ManagedCallback<PlainCount>? owner = null;
        using var handler = new PlainCount(i => ++runs == 2 ? throw new InvalidOperationException("Second run.") : 10).ToManagedCallback(_ => owner!.Reset());
        owner = handler;

        Counting.Call(handler.Callback, 4).Should().Be(10 - 77 + 10 + 10);

        (runs, handler.Fault).Should().Be((4, null));
    }

    [Fact]
    public void OnFault_ThatResets_MakesTheCallForgetTheFault()
    {
        ManagedCallback<PlainCount>? owner = null;
        using var handler = new PlainCount(static i => i == 1 ? throw new InvalidOperationException("At 1.") : 10).ToManagedCallback(_ => owner!.Reset());
        owner = handler;

        Counting.SumPlain.Invoke(handler.Callback, 3).Should().Be(10 - 77 + 10);
    }

    [Fact]
    public void OnFault_OfHandlersThatThrowAtOnce_RunsForEach()
    {
        const int Threads = 8;
        var told = new ConcurrentQueue<Exception>();
        using var meeting = new Barrier(Threads);
        using var handler = new Count((_, _) =>
        {
            meeting.SignalAndWait();
            throw new InvalidOperationException($"On {Environment.CurrentManagedThreadId}.");
        }).ToManagedCallback(told.Enqueue);

        var call = () => Counting.OnThreads.Invoke(handler.Callback, handler.UserData, Threads, 1);

        call.Should().Throw<InvalidOperationException>().Which.Message.Should().StartWith("On ");
        told.Should().HaveCount(Threads).And.OnlyHaveUniqueItems().And.Contain(handler.Fault!);
    }

    [Fact]
    public void OnFault_ThatDisposes_EndsTheCalls_AndTheFaultStays()
    {
        var runs = 0;
        ManagedCallback<PlainCount>? owner = null;
        var handler = new PlainCount(i => ++runs == 2 ? throw new InvalidOperationException("Second run.") : 10).ToManagedCallback(_ => owner!.Dispose());
        owner = handler;

        Counting.Call(handler.Callback, 4).Should().Be(10 + (3 * -77));

        (runs, handler.Fault?.Message).Should().Be((2, "Second run."));
        handler.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void OnFault_ThatDisposes_DoesNotHideTheFaultFromTheCall()
    {
        ManagedCallback<PlainCount>? owner = null;
        using var handler = new PlainCount(static _ => throw new InvalidOperationException("Bad.")).ToManagedCallback(_ => owner!.Dispose());
        owner = handler;

        var callback = owner.Callback;
        var call = () => Counting.SumPlain.Invoke(callback, 4);

        call.Should().Throw<InvalidOperationException>().WithMessage("Bad.");
    }
}
