using System;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>A handler that throws: what is kept, what native code sees, and when the handler runs again.</summary>
public class FaultTests
{
    [Fact]
    public void Fault_IsTheFirstExceptionWithItsStack_AndLaterCallsDoNotRunTheHandler()
    {
        var runs = 0;
        using var handler = new PlainCount(_ => ThrowFromHere(++runs)).ToManagedCallback();

        Counting.Call(handler.Callback, 5).Should().Be(5 * -77);

        runs.Should().Be(1);
        handler.Fault.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Run 1.");
        handler.Fault!.StackTrace.Should().Contain(nameof(ThrowFromHere));
    }

    [NotOnMonoFact(Mono.NoContexts)]
    public void Fault_OfAHandlerWithContext_StopsThatHandlerOnly()
    {
        var runs = 0;
        using var bad = new Count((_, _) => ThrowFromHere(++runs)).ToManagedCallback();
        using var good = new Count(static (i, _) => i + 1).ToManagedCallback();

        Counting.SumUnpaired.Invoke(good.Callback, 3, good.UserData).Should().Be(6);
        Counting.Call(good.Callback, 0, 3).Should().Be(3 * -77, "0 is not a context");
        Record.Exception(() => Counting.Sum.Invoke(bad.Callback, 3, bad.UserData)).Should().NotBeNull();
        Counting.Sum.Invoke(good.Callback, 3, good.UserData).Should().Be(6);

        runs.Should().Be(1);
        good.Fault.Should().BeNull();
        good.Callback.Should().Be(bad.Callback, "the context distinguishes them");
    }

    [Fact]
    public void HandlerThatThrowsOnEveryCall_ForAHundredThousandCalls_KeepsTheFirstException()
    {
        var runs = 0;
        using var handler = new PlainCount(_ => ThrowFromHere(++runs)).ToManagedCallback();

        Counting.Call(handler.Callback, 100_000).Should().Be(100_000 * -77L);

        (runs, handler.Fault?.Message).Should().Be((1, "Run 1."));
    }

    [Fact]
    public void HandlerThatThrowsOnEveryCall_AndIsResetEachTime_ThrowsEachTime()
    {
        const int Times = 2_000;
        var runs = 0;
        using var handler = new PlainCount(_ => ThrowFromHere(++runs)).ToManagedCallback();
        for (var i = 1; i <= Times; i++)
        {
            Counting.Call(handler.Callback).Should().Be(-77);
            if (handler.Fault?.Message != $"Run {i}.")
            {
                Assert.Fail($"At {i}: {handler.Fault?.Message}");
            }

            handler.Reset();
        }

        (runs, handler.Fault).Should().Be((Times, null));
    }

    [Fact]
    public void Reset_AfterAFault_RunsTheHandlerAgain()
    {
        var isBroken = true;
        using var handler = new PlainCount(i => isBroken ? throw new InvalidOperationException("Broken.") : i + 10).ToManagedCallback();

        Counting.Call(handler.Callback).Should().Be(-77);
        isBroken = false;
        Counting.Call(handler.Callback).Should().Be(-77, "it was not reset");
        handler.Reset();

        handler.Fault.Should().BeNull();
        handler.ThrowIfFaulted();
        Counting.Call(handler.Callback).Should().Be(10);
    }

    [Fact]
    public void Reset_WithoutAFault_ChangesNothing()
    {
        using var handler = new PlainCount(static i => i + 10).ToManagedCallback();

        handler.Reset();

        Counting.Call(handler.Callback).Should().Be(10);
    }

    [Fact]
    public void ThrowIfFaulted_ThrowsTheExceptionOnce_AndLetsTheHandlerRunAgain()
    {
        using var handler = new PlainCount(static _ => ThrowFromHere(1)).ToManagedCallback();
        handler.ThrowIfFaulted();
        Counting.Call(handler.Callback).Should().Be(-77);

        var first = Record.Exception(handler.ThrowIfFaulted);
        handler.ThrowIfFaulted();

        first.Should().NotBeNull().And.BeSameAs(handler.Fault);
        first!.StackTrace.Should().Contain(nameof(ThrowFromHere));
        Counting.Call(handler.Callback).Should().Be(-77);
        Record.Exception(handler.ThrowIfFaulted).Should().NotBeNull().And.NotBeSameAs(first, "the handler ran again");
    }

    [Fact]
    public void ThrowIfFaulted_InTheHandlerOfAnotherFault_KeepsBothApart()
    {
        using var inner = new PlainCount(static _ => throw new InvalidOperationException("Inner.")).ToManagedCallback();
        using var outer = new PlainCount(i =>
        {
            Counting.Call(inner.Callback);
            inner.ThrowIfFaulted();
            return i;
        }).ToManagedCallback();

        Counting.Call(outer.Callback).Should().Be(-77);

        outer.Fault.Should().BeSameAs(inner.Fault);
        inner.Reset();
        outer.Fault!.Message.Should().Be("Inner.");
    }

    [Fact]
    public void Invoke_OfTheCallbackItself_GivesTheFaultResult()
    {
        using var handler = new PlainCount(static _ => throw new InvalidOperationException("Bad.")).ToManagedCallback();

        handler.Callback.Invoke(1).Should().Be(-77);

        handler.Fault!.Message.Should().Be("Bad.");
    }

    [Fact]
    public void ExceptionWhoseTextThrows_StaysInDotNet()
    {
        using var handler = new PlainCount(static _ => throw new UnspeakableException()).ToManagedCallback(static _ => throw new UnspeakableException());

        Counting.Call(handler.Callback).Should().Be(-77);

        handler.Fault.Should().BeOfType<UnspeakableException>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ThrowFromHere(int run) => throw new InvalidOperationException($"Run {run}.");
}
