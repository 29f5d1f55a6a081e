using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Which fault a generated <c>Invoke</c> throws on its return: one of its own callbacks, that happened during the call.</summary>
public partial class RethrowTests
{
    private const int Errno = 33;

    [Fact]
    public void Invoke_GivenACallbackThatFaults_ThrowsTheHandlersException()
    {
        using var handler = new PlainCount(static i => ThrowAt(i)).ToManagedCallback();

        var thrown = Record.Exception(() => Counting.SumPlain.Invoke(handler.Callback, 3));

        thrown.Should().BeOfType<InvalidOperationException>().And.BeSameAs(handler.Fault);
        thrown!.Message.Should().Be("At 0.");
        thrown.StackTrace.Should().Contain(nameof(ThrowAt));
    }

    [Fact]
    public void Invoke_GivenACallbackThatFaultedBefore_SaysThatTheHandlerWasStopped_AndTheNextOneRunsIt()
    {
        using var handler = new PlainCount(static i => i == 0 ? ThrowAt(i) : i).ToManagedCallback();
        Counting.Call(handler.Callback).Should().Be(-77);

        var thrown = Record.Exception(() => Counting.SumPlain.Invoke(handler.Callback, 3));

        var notCalled = thrown.Should().BeOfType<HandlerNotCalledException>().Subject;
        (notCalled.Reason, notCalled.Signature).Should().Be((HandlerNotCalledReason.Stopped, typeof(PlainCount)));
        notCalled.InnerException.Should().BeSameAs(handler.Fault).And.NotBeNull();
        Counting.Two.Invoke(handler.Callback, handler.Callback, 5).Should().Be(5, "the earlier fault was thrown inside");
    }

    [Fact]
    public void Invoke_NotGivenTheCallback_ThrowsWhatFaultedOnItsThread()
    {
        using var handler = new PlainCount(static i => ThrowAt(i + 40)).ToManagedCallback();
        using var other = new PlainCount(i => Counting.Call(handler.Callback) + i).ToManagedCallback();

        var call = () => Counting.SumPlain.Invoke(other.Callback, 2);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 40.").Which.Should().BeSameAs(handler.Fault);
        other.Fault.Should().BeNull();
    }

    [Fact]
    public void Invoke_GivenTwoCallbacks_ThrowsTheFaultOfTheSecond()
    {
        using var good = new PlainCount(static i => i).ToManagedCallback();
        using var bad = new PlainCount(static i => ThrowAt(i)).ToManagedCallback();

        var call = () => Counting.Two.Invoke(good.Callback, bad.Callback, 5);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 5.");
        Counting.Two.Invoke(good.Callback, good.Callback, 5).Should().Be(5);
    }

    [Fact]
    public void Invoke_WithPairedContext_ThrowsTheFaultOfThatContext_FromWhateverThread()
    {
        using var handler = new Count(static (i, _) => ThrowAt(i)).ToManagedCallback();

        var call = () => Counting.OnThreads.Invoke(handler.Callback, handler.UserData, 3, 4);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
    }

    [Fact]
    public void Invoke_WithoutContext_ThrowsTheFaultOfTheAddress_FromWhateverThread()
    {
        using var handler = new PlainCount(static i => ThrowAt(i)).ToManagedCallback();

        var call = () => Counting.PlainOnThreads.Invoke(handler.Callback, 0, 3, 4);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
    }


    [NotOnMonoFact(Mono.NoContexts)]
    public void Invoke_WithUnpairedContext_ThrowsTheFaultOfThatContext_FromWhateverThread()
    {
        using var handler = new Count(static (i, _) => ThrowAt(i)).ToManagedCallback();

        var onThreads = () => Counting.OnThreadsUnpaired.Invoke(handler.Callback, handler.UserData, 2, 1);
        var here = () => Counting.SumUnpaired.Invoke(handler.Callback, 1, handler.UserData);

        onThreads.Should().Throw<InvalidOperationException>("any pointer-sized argument may be the context").WithMessage("At 0.");
        here.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
    }

    [Fact]
    public void InvokeOfAStatus_ThatFails_ThrowsTheFaultOfACallbackRegisteredEarlier()
    {
        using var handler = new Count(static (i, _) => ThrowAt(i)).ToManagedCallback();
        var registration = new Registration(handler.Callback, handler.UserData);

        var call = () => Counting.Registered.Invoke(registration, 9, Errno);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 9.");
        call.Should().Throw<InvalidOperationException>("the first fault was delivered, and the handler ran again").WithMessage("At 9.");
    }

    [Fact]
    public void InvokeOfAStatus_ThatFails_LeavesTheFaultOfAnotherThreadAlone()
    {
        using var handler = new Count(static (i, _) => ThrowAt(i)).ToManagedCallback();
        var registration = new Registration(handler.Callback, handler.UserData);

        var call = () => Counting.RegisteredOnThread.Invoke(registration, 9, Errno);

        call.Should().Throw<NativeStatusException>().Which.Code.Should().Be(-77);
        handler.Fault!.Message.Should().Be("At 9.");
    }

    [Fact]
    public void InvokeOfAStatus_ThatSucceeds_ThrowsTheFaultAllTheSame()
    {
        using var bad = new PlainCount(static i => ThrowAt(i + 40)).ToManagedCallback();
        using var handler = new Count((_, _) => Counting.Call(bad.Callback) + 77).ToManagedCallback();

        var call = () => Counting.Registered.Invoke(new Registration(handler.Callback, handler.UserData), 9, Errno);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 40.");
    }

    [Fact]
    public void InvokeOfAStatus_ThatFailsAfterAFaultThatTheHandlerCaught_ThrowsTheStatus()
    {
        using var bad = new PlainCount(static i => ThrowAt(i)).ToManagedCallback();
        using var handler = new Count((_, _) => Record.Exception(() => Counting.SumPlain.Invoke(bad.Callback, 1)) is null ? 0 : 5).ToManagedCallback();
        var registration = new Registration(handler.Callback, handler.UserData);

        var call = () => Counting.Registered.Invoke(registration, 9, Errno);

        call.Should().Throw<NativeStatusException>("the handler has dealt with the fault").Which.Code.Should().Be(5);
    }

    [Fact]
    public void Invoke_OnOneThread_LeavesTheFaultOnAnotherAlone_WhereTheContextsDiffer()
    {
        using var bad = new Count(static (i, _) => ThrowAt(i)).ToManagedCallback();
        using var good = new Count((i, _) =>
        {
            var other = new Thread(() => Counting.Call(bad));
            other.Start();
            other.Join();
            return i;
        }).ToManagedCallback();

        Counting.Sum.Invoke(good.Callback, 2, good.UserData).Should().Be(1);
        bad.Reset();
        Counting.SumUnpaired.Invoke(good.Callback, 2, good.UserData).Should().Be(1);

        bad.Fault.Should().NotBeNull();
    }

    [Fact]
    public void Invoke_WhoseHandlerIsDisposedBeforeItThrows_ThrowsTheException()
    {
        ManagedCallback<PlainCount>? owner = null;
        using var handler = new PlainCount(i =>
        {
            owner!.Dispose();
            return ThrowAt(i);
        }).ToManagedCallback();
        owner = handler;
        var callback = handler.Callback;

        var call = () => Counting.SumPlain.Invoke(callback, 2);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
        handler.Fault!.Message.Should().Be("At 0.");
        handler.ThrowIfFaulted();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ThrowAt(int i) => throw new InvalidOperationException($"At {i}.");
}
