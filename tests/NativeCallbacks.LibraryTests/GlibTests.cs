using System.Threading;

namespace NativeCallbacks.LibraryTests;

/// <summary>
/// GLib: sources, signals and threads keep the callback and its context, often with a function that is called when they let them go.
/// </summary>
[Collection(Glib.DefaultContext)]
public class GlibTests
{
    [LibraryFact(Glib.FileName)]
    public void Iterate_WithTwoIdles_CallsEach_AndThenItsDestroyNotify()
    {
        var seen = new List<string>();
        using var first = new GlibSource(_ => Do(() => seen.Add("first"))).ToManagedCallback();
        using var second = new GlibSource(_ => Do(() => seen.Add("second"))).ToManagedCallback();
        using var firstGone = new GlibDestroy(data => seen.Add(data == first.UserData ? "first gone" : "wrong")).ToManagedCallback();
        using var secondGone = new GlibDestroy(data => seen.Add(data == second.UserData ? "second gone" : "wrong")).ToManagedCallback();
        Glib.AddIdle.Invoke(0, first.Callback, first.UserData, firstGone.Callback.Address);
        Glib.AddIdle.Invoke(0, second.Callback, second.UserData, secondGone.Callback.Address);

        IterateAll();

        seen.Should().Equal("first", "first gone", "second", "second gone");
    }

    [LibraryFact(Glib.FileName)]
    public void Iterate_WhoseIdleThrows_Throws_AndTheSameCallbackWorksAgain()
    {
        var (fail, calls) = (true, 0);
        using var idle = new GlibSource(_ => ++calls > 0 && fail ? throw new InvalidOperationException("Idle.") : 0).ToManagedCallback();
        Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, 0);

        var iterate = IterateAll;

        iterate.Should().Throw<InvalidOperationException>().WithMessage("Idle.");
        fail = false;
        Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, 0);
        iterate();
        calls.Should().Be(2);
    }

    // The source is removed, and its owner disposed, before the call returns that the fault happened in.
    [LibraryFact(Glib.FileName)]
    public void Iterate_WhoseDestroyNotifyDisposesTheFaultedOwner_StillThrows()
    {
        var owner = new GlibSource(static _ => throw new InvalidOperationException("The last words.")).ToManagedCallback();
        using var gone = new GlibDestroy(_ => owner.Dispose()).ToManagedCallback();
        Glib.AddIdle.Invoke(0, owner.Callback, owner.UserData, gone.Callback.Address);

        var iterate = IterateAll;

        iterate.Should().Throw<InvalidOperationException>().WithMessage("The last words.").Which.Should().BeSameAs(owner.Fault);
        owner.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
        IterateAll();
    }

    [LibraryFact(Glib.FileName)]
    public void RemoveSource_WhoseDestroyNotifyThrows_Throws()
    {
        using var idle = new GlibSource(static _ => 0).ToManagedCallback();
        using var gone = new GlibDestroy(static _ => throw new InvalidOperationException("Not gone.")).ToManagedCallback();
        var tag = Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, gone.Callback.Address);

        var remove = () => Glib.RemoveSource.Invoke(tag);

        remove.Should().Throw<InvalidOperationException>().WithMessage("Not gone.");
    }

    [LibraryFact(Glib.FileName)]
    public void RemoveSource_WhoseDestroyNotifyExpectsAContextOfItsOwn_ThrowsThatItIsUnknown()
    {
        var wrong = 0;
        using var others = new GlibDestroyInContext(_ => wrong++).ToManagedCallback();
        using var idle = new GlibSource(static _ => 0).ToManagedCallback();
        using var gone = new GlibDestroyInContext(_ => wrong++).ToManagedCallback();
        var tag = Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, gone.Callback.Address);

        var remove = () => Glib.RemoveSource.Invoke(tag);

        remove.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
        wrong.Should().Be(0);
    }

    // A loop that never returns would have no Invoke to throw: onFault ends it.
    [LibraryFact(Glib.FileName)]
    public void RunLoop_WhoseOnFaultQuits_ThrowsTheTimersException_AndRunsAgain()
    {
        var ticks = 0;
        var loop = Glib.NewLoop.Invoke(0, 0);
        using var timer = new GlibSource(_ =>
        {
            switch (++ticks)
            {
                case 2:
                    throw new InvalidOperationException("Tick 2.");
                case 4:
                    Glib.QuitLoop.Invoke(loop);
                    return 0;
                default:
                    return 1;
            }
        }).ToManagedCallback(_ => Glib.QuitLoop.Invoke(loop));
        Glib.AddTimeout.Invoke(0, 1, timer.Callback, timer.UserData, 0);

        var run = () => Glib.RunLoop.Invoke(loop);

        run.Should().Throw<InvalidOperationException>().WithMessage("Tick 2.");
        Glib.AddTimeout.Invoke(0, 1, timer.Callback, timer.UserData, 0);
        run();
        ticks.Should().Be(4);
        Glib.FreeLoop.Invoke(loop);
    }

    [LibraryFact(Glib.FileName)]
    public void Iterate_AfterItsIdleWasDisposed_ThrowsThatItIsDisposed_AndRemovesTheSource()
    {
        var idle = new GlibSource(static _ => 1).ToManagedCallback();
        Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, 0);
        Glib.Iterate().Should().BeTrue();
        idle.Dispose();

        var iterate = () => Glib.Iterate();

        iterate.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        Glib.Iterate().Should().BeFalse("zero, which native code got, removes the source");
    }

    [LibraryFact(Glib.FileName)]
    public void Iterate_WhoseHandlerDisposesItselfAndThrows_Throws()
    {
        ManagedCallback<GlibSource>? self = null;
        self = new GlibSource(_ =>
        {
            self!.Dispose();
            throw new InvalidOperationException("After Dispose.");
        }).ToManagedCallback();
        Glib.AddIdle.Invoke(0, self.Callback, self.UserData, 0);

        var iterate = IterateAll;

        iterate.Should().Throw<InvalidOperationException>().WithMessage("After Dispose.");
    }

    [LibraryFact(Glib.FileName)]
    public void Activate_OfTwoObjectsSideBySide_ThrowsForTheOneWhoseHandlerThrew_AndWorksAgain()
    {
        var (fail, seen) = (true, new List<string>());
        using var onSave = new GlibActivated((_, _, _) => seen.Add(fail ? throw new InvalidOperationException("Not saved.") : "saved")).ToManagedCallback();
        using var onOpen = new GlibActivated((_, _, _) => seen.Add("opened")).ToManagedCallback();
        using var openGone = new GlibDisconnected((_, _) => seen.Add("open gone")).ToManagedCallback();
        using var saveGone = new GlibDisconnected((_, _) => seen.Add("save gone")).ToManagedCallback();
        var (save, open) = (Glib.NewAction.Invoke("save", 0), Glib.NewAction.Invoke("open", 0));
        Glib.Connect.Invoke(save, "activate", onSave.Callback, onSave.UserData, saveGone.Callback, 0);
        Glib.Connect.Invoke(open, "activate", onOpen.Callback, onOpen.UserData, openGone.Callback, 0);

        var activate = () => Glib.Activate.Invoke(save, 0);

        activate.Should().Throw<InvalidOperationException>().WithMessage("Not saved.");
        Glib.Activate.Invoke(open, 0);
        fail = false;
        activate();
        Glib.FreeObject.Invoke(save);
        Glib.FreeObject.Invoke(open);
        seen.Should().Equal("opened", "saved", "save gone", "open gone");
    }

    [LibraryFact(Glib.FileName)]
    public void Disconnect_WhoseNotifyThrows_Throws()
    {
        using var handler = new GlibActivated(static (_, _, _) => { }).ToManagedCallback();
        using var gone = new GlibDisconnected(static (_, _) => throw new InvalidOperationException("Still there.")).ToManagedCallback();
        var action = Glib.NewAction.Invoke("save", 0);
        var id = Glib.Connect.Invoke(action, "activate", handler.Callback, handler.UserData, gone.Callback, 0);

        var disconnect = () => Glib.Disconnect.Invoke(action, id);

        disconnect.Should().Throw<InvalidOperationException>().WithMessage("Still there.");
        Glib.FreeObject.Invoke(action);
    }

    [LibraryFact(Glib.FileName)]
    public void Activate_AfterItsHandlerWasDisposed_ThrowsThatItIsDisposed()
    {
        var handler = new GlibActivated(static (_, _, _) => { }).ToManagedCallback();
        var action = Glib.NewAction.Invoke("save", 0);
        var id = Glib.Connect.Invoke(action, "activate", handler.Callback, handler.UserData, default, 0);
        handler.Dispose();

        var activate = () => Glib.Activate.Invoke(action, 0);

        activate.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        Glib.Disconnect.Invoke(action, id);
        Glib.Activate.Invoke(action, 0);
        Glib.FreeObject.Invoke(action);
    }

    // The thread has no Invoke around the handler, and the call that waits for it was not given the callback. The call that starts
    // it was, so the handler waits until that one has returned.
    [LibraryFact(Glib.FileName)]
    public void Join_OfAThreadWhoseFunctionThrew_LeavesTheFaultToItsOwner_AndItWorksAfterItWasThrown()
    {
        var fail = true;
        using var started = new ManualResetEventSlim();
        using var function = new GlibThread(_ =>
        {
            started.Wait();
            return fail ? throw new InvalidOperationException("On the thread.") : 42;
        }).ToManagedCallback();
        nint RunThread()
        {
            var thread = Glib.NewThread.Invoke("tests", function.Callback, function.UserData);
            started.Set();
            return Glib.Join.Invoke(thread);
        }

        RunThread().Should().Be(0);

        var ask = function.ThrowIfFaulted;
        ask.Should().Throw<InvalidOperationException>().WithMessage("On the thread.");
        fail = false;
        RunThread().Should().Be(42);
        ask();
    }

    [LibraryFact(Glib.FileName)]
    public void Iterate_AThousandTimesWhileTheCollectorWorks_CallsAndDisposesEveryIdle()
    {
        var (calls, gone) = (0, 0);
        Stress.Rounds(round =>
        {
            Post(round);
            var iterate = IterateAll;
            if (round % 10 == 0)
            {
                iterate.Should().Throw<InvalidOperationException>().WithMessage($"{round}");
            }
            else
            {
                iterate();
            }
        });

        (calls, gone).Should().Be((1_000, 1_000));

        void Post(int round)
        {
            ManagedCallback<GlibSource>? idle = null;
            ManagedCallback<GlibDestroy>? destroy = null;
            idle = new GlibSource(_ => ++calls > 0 && round % 10 == 0 ? throw new InvalidOperationException($"{round}") : 0).ToManagedCallback();
            destroy = new GlibDestroy(_ =>
            {
                gone++;
                idle.Dispose();
                destroy!.Dispose();
            }).ToManagedCallback();
            Glib.AddIdle.Invoke(0, idle.Callback, idle.UserData, destroy.Callback.Address);
        }
    }

    private static int Do(Action action)
    {
        action();
        return 0;
    }

    private static void IterateAll()
    {
        while (Glib.Iterate())
        {
            // Until nothing is due.
        }
    }
}
