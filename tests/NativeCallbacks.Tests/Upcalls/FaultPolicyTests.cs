using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>What a fault does beyond its own call, and to whom it is reported.</summary>
public class FaultPolicyTests
{
    [Fact]
    public void QSort_WhoseComparerThrowsOnce_Throws_AndSortsTheNextTime()
    {
        var runs = 0;
        using var compare = new Compare((in int a, in int b) => ++runs == 2 ? throw new InvalidOperationException("Once.") : a.CompareTo(b)).ToManagedCallback();
        var sort = CLibrary.Get<QSort>("qsort");
        int[] items = [5, 3, 9, 1];

        var thrown = Record.Exception(() => sort.Invoke(items, 4, sizeof(int), compare.Callback));
        sort.Invoke(items, 4, sizeof(int), compare.Callback);

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Once.");
        items.Should().Equal(1, 3, 5, 9);
    }

    [Fact]
    public void QSort_WithADisposedComparer_SaysSo_AndLeavesTheArray()
    {
        var compare = new Compare(static (in int a, in int b) => a.CompareTo(b)).ToManagedCallback();
        var callback = compare.Callback;
        compare.Dispose();
        int[] items = [5, 3, 9, 1];

        var thrown = Record.Exception(() => CLibrary.Get<QSort>("qsort").Invoke(items, 4, sizeof(int), callback));

        thrown.Should().BeOfType<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        // In any order: not every C library moves nothing if all elements compare equal.
        items.OrderBy(static item => item).Should().Equal(1, 3, 5, 9);
    }

    [NotOnMonoTheory(Mono.NoContexts)]
    [InlineData(0)]
    [InlineData(0x1234)]
    public void Invoke_WithAWrongContext_SaysWhichContextIsUnknown(int context)
    {
        using var handler = new Count(static (i, _) => i).ToManagedCallback();

        var thrown = Record.Exception(() => Counting.Sum.Invoke(handler.Callback, 5, context));

        var notCalled = thrown.Should().BeOfType<HandlerNotCalledException>().Subject;
        (notCalled.Reason, notCalled.Context).Should().Be((HandlerNotCalledReason.UnknownContext, (nint)context));
        notCalled.Message.Should().Be($"Native code called a Count and got the fault result, because the context 0x{context:X} does not belong to a managed callback "
            + "or state of that function. Pass the function together with the UserData of its own managed callback or state.");
    }

    [NotOnMonoFact(Mono.NoContexts)]
    public void Invoke_WithTheContextOfAnotherSignature_NeverReachesItsHandler()
    {
        var reached = false;
        using var handler = new Count(static (i, _) => i).ToManagedCallback();
        using var other = new ReusedCount((_, _) =>
        {
            reached = true;
            return 0;
        }).ToManagedCallback();

        var contextOfOther = other.UserData;

        var thrown = Record.Exception(() => Counting.Sum.Invoke(handler.Callback, 5, contextOfOther));

        thrown.Should().BeOfType<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
        reached.Should().BeFalse();
    }

    [Fact]
    public void KeepCalling_RunsTheHandlerOnEveryCall_AndThrowsTheFirst()
    {
        var reported = new List<string>();
        using var handler = new PlainCount(static i => i % 2 == 1 ? throw new InvalidOperationException($"At {i}.") : i)
            .ToManagedCallback(exception => reported.Add(exception.Message), FaultPolicy.KeepCalling);

        var thrown = Record.Exception(() => Counting.SumPlain.Invoke(handler.Callback, 6));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 1.");
        reported.Should().Equal("At 1.", "At 3.", "At 5.");
        handler.Fault!.Message.Should().Be("At 5.");
        handler.ThrowIfFaulted();
    }

    /// <summary>On a thread of its own, because what other tests left on theirs would be merged with the first.</summary>
    [Fact]
    public void KeepCalling_InALongLoop_ThrowsTheFirst_AndAnInnerInvokeItsOwn()
    {
        const int Many = 100_000;
        using var handler = new PlainCount(static i => throw new InvalidOperationException($"At {i}.")).ToManagedCallback(policy: FaultPolicy.KeepCalling);
        Exception? inner = null;
        using var outer = new PlainCount(i =>
        {
            Counting.Call(handler.Callback, Many);
            inner ??= Record.Exception(() => Faulting.OnThread.Invoke(new NativeCallback<PlainCount>(handler.Callback.Address), 7));
            return 0;
        }).ToManagedCallback();

        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => Counting.SumPlain.Invoke(outer.Callback, 1)));
        thread.Start();
        thread.Join();

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 0.");
        inner.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 7.");
    }

    [Fact]
    public void ReportOnly_IsNeverThrownByAnInvoke()
    {
        var reported = new List<string>();
        using var handler = new PlainCount(static i => throw new InvalidOperationException($"At {i}."))
            .ToManagedCallback(exception => reported.Add(exception.Message), FaultPolicy.ReportOnly);

        Counting.SumPlain.Invoke(handler.Callback, 3).Should().Be(3 * -77);

        reported.Should().Equal("At 0.", "At 1.", "At 2.");
        handler.Fault!.Message.Should().Be("At 2.");
    }

    [Fact]
    public void PolicyThatIsNone_IsRefused()
    {
        var expose = () => new PlainCount(static i => i).ToManagedCallback(policy: (FaultPolicy)3);

        expose.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("policy");
    }

    [Fact]
    public void Faulted_ReportsEveryFaultOfTheProcess_WhateverItsPolicy()
    {
        var reported = new ConcurrentQueue<(Type Signature, string Message)>();
        EventHandler<CallbackFaultedEventArgs> failing = static (_, _) => throw new NotSupportedException("A subscriber.");
        EventHandler<CallbackFaultedEventArgs> listening = (_, fault) => reported.Enqueue((fault.Signature, fault.Exception.Message));
        ManagedCallbacks.Faulted += failing;
        ManagedCallbacks.Faulted += listening;
        try
        {
            using var plain = new ReusedPlainCount(static i => throw new InvalidOperationException($"Plain {i}.")).ToManagedCallback(policy: FaultPolicy.ReportOnly);
            Counting.SumAddress.Invoke(plain.Callback.Address, 2).Should().Be(2 * -77);
        }
        finally
        {
            ManagedCallbacks.Faulted -= failing;
            ManagedCallbacks.Faulted -= listening;
        }

        reported.Where(static fault => fault.Signature == typeof(ReusedPlainCount)).Select(static fault => fault.Message)
            .Should().Equal("Plain 0.", "Plain 1.");
    }

    [Fact]
    public void OnFault_ThatProvokesAnotherFault_IsTracedOnly()
    {
        using var other = new PlainCount(static i => throw new FormatException($"Other {i}.")).ToManagedCallback();
        Exception? inside = null;
        using var handler = new PlainCount(static i => throw new InvalidOperationException($"At {i}."))
            .ToManagedCallback(_ => inside = Record.Exception(() => Counting.SumPlain.Invoke(other.Callback, 1)));

        var call = () => Counting.SumPlain.Invoke(handler.Callback, 1);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
        inside.Should().BeNull();
        other.Fault.Should().BeOfType<FormatException>();
    }

    [Fact]
    public void TextThatIsNotUtf8_IsDeliveredOnce_AndTheHandlerRunsAgain()
    {
        using var handler = new TextFunction(static (_, _) => 5).ToManagedCallback();
        var call = Shim.Get<CallTextThrowing>("upcall_text");

        var bad = () => call.Invoke(handler.Callback, 4);
        bad.Should().Throw<ArgumentException>().WithMessage("*not UTF-8*");

        call.Invoke(handler.Callback, 0).Should().Be(5);
    }

    [Fact]
    public void Invoke_WithMoreArgumentsThanOneCheckTakes_KnowsTheContextAmongThem()
    {
        using var handler = new Count(static (i, _) => throw new InvalidOperationException($"Wide {i}.")).ToManagedCallback();

        var call = () => Faulting.Wide.Invoke(1, 2, 3, 4, handler.Callback, handler.UserData);

        call.Should().Throw<InvalidOperationException>().WithMessage("Wide 7.");
    }
}
