using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Handlers that throw on another thread than that of the <c>Invoke</c> that has to know.</summary>
[Collection(Name)]
[CollectionDefinition(Name)]
public partial class FaultThreadTests
{
    private const string Name = "the ticker, of which there is one";

    [Fact]
    public void HandlerOnAThreadThatTheCallStartsAndJoins_ThrowsInTheCallThatWasGivenIt()
    {
        using var handler = new PlainCount(static i => i == 4 ? throw new InvalidOperationException($"At {i}.") : 2 * i).ToManagedCallback();

        var call = () => Faulting.OnThread.Invoke(handler.Callback, 4);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 4.").Which.Should().BeSameAs(handler.Fault);
        Faulting.OnThread.Invoke(handler.Callback, 5).Should().Be(10, "the fault was delivered");
    }

    [Fact]
    public void DisposedHandlerOnAThread_IsReportedByTheCallThatWasGivenIt()
    {
        var handler = new PlainCount(static i => i).ToManagedCallback();
        var callback = handler.Callback;
        handler.Dispose();

        var call = () => Faulting.OnThread.Invoke(callback, 4);

        call.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        call.Should().Throw<HandlerNotCalledException>("each call reports it");
    }

    [Fact]
    public void Ticker_ThatTicksWhileItIsStarted_ThrowsInTheStart()
    {
        using var tick = new PlainCount(static i => throw new InvalidOperationException($"Tick {i}.")).ToManagedCallback();

        // Whether the tick comes before the start returns is up to the scheduler; the fault is reported in either case.
        var ofStart = Record.Exception(() => Faulting.StartTicker.Invoke(tick.Callback, 1));
        var ofStop = Record.Exception(() => Faulting.StopTicker.Invoke(1));

        ofStop.Should().BeNull("it was not given the callback");
        if (ofStart is null)
        {
            ofStart = Record.Exception(tick.ThrowIfFaulted);
        }

        ofStart.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Tick 1.");
        tick.ThrowIfFaulted();
    }

    [Fact]
    public void Ticker_ThatOnlyReports_ThrowsNowhere()
    {
        var reported = new ConcurrentQueue<string>();
        using var tick = new PlainCount(static i => throw new InvalidOperationException($"Tick {i}."))
            .ToManagedCallback(exception => reported.Enqueue(exception.Message), FaultPolicy.ReportOnly);

        Faulting.StartTicker.Invoke(tick.Callback, 2).Should().Be(0);
        Faulting.StopTicker.Invoke(3).Should().Be(3);

        reported.Should().Equal("Tick 1.", "Tick 2.", "Tick 3.");
        tick.Fault!.Message.Should().Be("Tick 3.");
    }

    [Fact]
    public void Ticker_WithoutAnInvokeAround_LeavesTheFaultToThrowIfFaulted()
    {
        using var tick = new PlainCount(static i => throw new InvalidOperationException($"Tick {i}.")).ToManagedCallback();
        Faulting.StartTicker.Invoke(tick.Callback, 0).Should().Be(0);

        Faulting.StopTicker.Invoke(3).Should().Be(3);

        tick.Invoking(static callback => callback.ThrowIfFaulted()).Should().Throw<InvalidOperationException>().WithMessage("Tick 1.");
    }

    [Fact]
    public void Finalizer_ThatMeetsALateDestroyCallback_DoesNotEndTheProcess()
    {
        var destroy = new Destroy(static _ => throw new InvalidOperationException("Never.")).ToManagedCallback();
        var callback = destroy.Callback;
        destroy.Dispose();
        var outcomes = new ConcurrentQueue<string>();
        Drop(callback, outcomes);

        for (var i = 0; i < 10 && outcomes.IsEmpty; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        outcomes.Should().Contain("released");
        Record.Exception(() => callback.Invoke(0)).Should().BeOfType<HandlerNotCalledException>("any other thread reports it");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop(NativeCallback<Destroy> callback, ConcurrentQueue<string> outcomes)
        {
            for (var i = 0; i < 10; i++)
            {
                _ = new Released(callback, outcomes);
            }
        }
    }

    private sealed class Released(NativeCallback<Destroy> destroy, ConcurrentQueue<string> outcomes)
    {
#pragma warning disable MA0055 // It is finalizers that are tested.
        ~Released()
#pragma warning restore MA0055
        {
            destroy.Invoke(0);
            outcomes.Enqueue("released");
        }
    }
}
