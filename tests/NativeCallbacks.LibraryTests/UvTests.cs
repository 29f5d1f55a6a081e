using System.Threading;

namespace NativeCallbacks.LibraryTests;

/// <summary>libuv: handles keep a callback without a context, and call it inside <c>uv_run</c>; work runs on threads of libuv's own.</summary>
public class UvTests
{
    [LibraryFact(Uv.FileName)]
    public void Run_WithATimerAndAnIdle_CallsBoth()
    {
        var (ticks, idles) = (0, 0);
        using var loop = new UvLoop();
        using var idle = new UvEvent(handle =>
        {
            if (++idles == 3)
            {
                Uv.StopIdle.Invoke(handle);
            }
        }).ToManagedCallback();
        using var tick = new UvEvent(_ => ticks++).ToManagedCallback();
        loop.AddIdle(idle.Callback);
        loop.AddTimer(tick.Callback, 1);

        loop.Run().Should().BeFalse();

        (ticks, idles).Should().Be((1, 3));
    }

    [LibraryFact(Uv.FileName)]
    public void Run_WhoseTimerThrows_Throws_AndTheSameCallbackWorksAgain()
    {
        var (fail, ticks) = (true, 0);
        using var loop = new UvLoop();
        using var tick = new UvEvent(_ => ticks += fail ? throw new InvalidOperationException("Tick.") : 1).ToManagedCallback();
        loop.AddTimer(tick.Callback, 1);

        var run = () => loop.Run();

        run.Should().Throw<InvalidOperationException>().WithMessage("Tick.");
        fail = false;
        loop.AddTimer(tick.Callback, 1);
        run();
        ticks.Should().Be(1);
    }

    [LibraryFact(Uv.FileName)]
    public void Run_WhoseIdleThrows_Throws_AndTheNextRunCallsIt()
    {
        var (fail, calls) = (true, 0);
        using var loop = new UvLoop();
        using var idle = new UvEvent(_ => calls += fail ? throw new InvalidOperationException("Idle.") : 1).ToManagedCallback();
        loop.AddIdle(idle.Callback);

        var run = () => loop.RunOnce();

        run.Should().Throw<InvalidOperationException>().WithMessage("Idle.");
        fail = false;
        run().Should().BeTrue("the idle handle is still active");
        calls.Should().Be(1);
    }

    // A repeating timer keeps the loop alive, so that uv_run would not return with the fault: onFault stops it.
    [LibraryFact(Uv.FileName)]
    public void Run_WhoseOnFaultStopsTheLoop_ThrowsTheRepeatingTimersException_AndGoesOn()
    {
        var ticks = 0;
        using var loop = new UvLoop();
        using var tick = new UvEvent(_ =>
        {
            switch (++ticks)
            {
                case 2:
                    throw new InvalidOperationException("Tick 2.");
                case 4:
                    Uv.Stop.Invoke(loop.Handle);
                    break;
            }
        }).ToManagedCallback(_ => Uv.Stop.Invoke(loop.Handle));
        loop.AddTimer(tick.Callback, 1, repeat: 1);

        var run = () => loop.Run();

        run.Should().Throw<InvalidOperationException>().WithMessage("Tick 2.");
        run().Should().BeTrue();
        ticks.Should().Be(4);
    }

    [LibraryFact(Uv.FileName)]
    public void Run_OfTwoLoopsSideBySide_ThrowsForTheOneWhoseTimerThrew()
    {
        var ticks = 0;
        using var first = new UvLoop();
        using var second = new UvLoop();
        using var bad = new UvEvent(static _ => throw new InvalidOperationException("First.")).ToManagedCallback();
        using var good = new UvEvent(_ => ticks++).ToManagedCallback();
        first.AddTimer(bad.Callback, 0);
        second.AddTimer(good.Callback, 0);

        var run = () => first.Run();

        run.Should().Throw<InvalidOperationException>().WithMessage("First.");
        second.Run();
        ticks.Should().Be(1);
    }

    // A loop inside a handler of another loop: the handler catches what the inner one throws.
    [LibraryFact(Uv.FileName)]
    public void Run_WhoseHandlerRunsALoopAndCatchesItsException_ThrowsNothing()
    {
        var caught = "";
        using var outer = new UvLoop();
        using var inner = new UvLoop();
        using var bad = new UvEvent(static _ => throw new InvalidOperationException("Inner.")).ToManagedCallback();
        using var nested = new UvEvent(_ => caught = Record.Exception(() => inner.Run())?.Message).ToManagedCallback();
        inner.AddTimer(bad.Callback, 0);
        outer.AddTimer(nested.Callback, 0);

        outer.Run();

        caught.Should().Be("Inner.");
        nested.Fault.Should().BeNull();
    }

    // The faulted handle is called on, and answered without its handler, before and after the other one asks for its exception.
    [LibraryFact(Uv.FileName)]
    public void Run_WhoseOtherHandlerCatchesTheException_ThrowsNothing_AndTheHandlerRunsAgain()
    {
        var (caught, calls, asked) = ("", 0, 0);
        using var loop = new UvLoop();
        using var failing = new UvEvent(_ =>
        {
            if (++calls == 1)
            {
                throw new InvalidOperationException("Idle.");
            }
        }).ToManagedCallback();
        using var asking = new UvEvent(_ =>
        {
            switch (++asked)
            {
                case 3:
                    caught = Record.Exception(failing.ThrowIfFaulted)?.Message;
                    break;
                case 5:
                    Uv.Stop.Invoke(loop.Handle);
                    break;
            }
        }).ToManagedCallback();
        loop.AddIdle(failing.Callback);
        loop.AddIdle(asking.Callback);

        loop.Run().Should().BeTrue("both are still active");

        caught.Should().Be("Idle.");
        calls.Should().BeGreaterThan(1);
    }

    [LibraryFact(Uv.FileName)]
    public void Run_WhoseCloseCallbackThrows_Throws()
    {
        using var loop = new UvLoop();
        using var tick = new UvEvent(static _ => { }).ToManagedCallback();
        using var closed = new UvEvent(static _ => throw new InvalidOperationException("Closed.")).ToManagedCallback();
        loop.Close(loop.AddTimer(tick.Callback, 0), closed.Callback);

        var run = () => loop.Run();

        run.Should().Throw<InvalidOperationException>().WithMessage("Closed.");
    }

    [LibraryFact(Uv.FileName)]
    public void Run_AfterItsTimerWasDisposed_ThrowsThatItIsDisposed()
    {
        using var loop = new UvLoop();
        using (var tick = new UvEvent(static _ => { }).ToManagedCallback())
        {
            loop.AddTimer(tick.Callback, 0);
        }

        var run = () => loop.Run();

        run.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    // The handler runs on a thread of libuv, where no Invoke is around: its owner has the fault, and passes it on where the loop is.
    [LibraryFact(Uv.FileName)]
    public void Run_WhoseWorkThrew_ThrowsWhatTheHandlerBehindItAsksFor_AndWorksAgain()
    {
        var (fail, afters) = (true, 0);
        using var loop = new UvLoop();
        using var queued = new ManualResetEventSlim();
        using var work = new UvEvent(_ =>
        {
            queued.Wait();
            if (fail)
            {
                throw new InvalidOperationException("Work.");
            }
        }).ToManagedCallback();
        using var after = new UvAfterWork((_, _) =>
        {
            afters++;
            work.ThrowIfFaulted();
        }).ToManagedCallback();
        loop.QueueWork(work.Callback, after.Callback);
        queued.Set();

        var run = () => loop.Run();

        run.Should().Throw<InvalidOperationException>().WithMessage("Work.");
        fail = false;
        loop.QueueWork(work.Callback, after.Callback);
        run();
        afters.Should().Be(2);
    }

    // Nobody has asked for the fault of the other thread, and so the callback is stopped when a call begins that meets it.
    [LibraryFact(Uv.FileName)]
    public void Invoke_OfACallbackThatAnotherThreadStopped_ThrowsThatItIsStopped_WithTheReason_AndThenWorks()
    {
        var (fail, calls) = (true, 0);
        using var loop = new UvLoop();
        using var queued = new ManualResetEventSlim();
        using var work = new UvEvent(_ =>
        {
            queued.Wait();
            calls += fail ? throw new InvalidOperationException("Work.") : 1;
        }).ToManagedCallback();
        using var after = new UvAfterWork(static (_, _) => { }).ToManagedCallback();
        loop.QueueWork(work.Callback, after.Callback);
        queued.Set();
        loop.Run();
        fail = false;

        var tick = () => work.Callback.Invoke(0);

        var stopped = tick.Should().Throw<HandlerNotCalledException>().Which;
        stopped.Reason.Should().Be(HandlerNotCalledReason.Stopped);
        stopped.InnerException.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Work.");
        tick();
        calls.Should().Be(1);
    }

    [LibraryFact(Uv.FileName)]
    public void Run_AThousandTimesWhileTheCollectorWorks_CallsEveryTimer()
    {
        using var loop = new UvLoop();
        var ticks = 0;
        Stress.Rounds(round =>
        {
            using var tick = new UvEvent(_ => ticks += round % 10 == 0 ? throw new InvalidOperationException($"{round}") : 1).ToManagedCallback();
            using var closed = new UvEvent(_ => ticks++).ToManagedCallback();
            var timer = loop.AddTimer(tick.Callback, 0);
            var run = () => loop.Run();
            if (round % 10 == 0)
            {
                run.Should().Throw<InvalidOperationException>().WithMessage($"{round}");
            }
            else
            {
                run();
            }

            loop.Close(timer, closed.Callback);
            run();
        });
        ticks.Should().Be(1_900);
    }
}
