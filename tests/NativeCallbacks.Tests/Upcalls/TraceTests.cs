using System;
using System.Linq;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>The event source: which events there are, and of which signature.</summary>
[Collection(Alone.Name)]
public partial class TraceTests
{
    private static readonly string Traced = typeof(TracedCount).FullName!;

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void Creation_IsTraced()
    {
        using var trace = new Trace();
        using var handler = new TracedCount(static (i, _) => i).ToManagedCallback();

        trace.Of("CallbackCreated", Traced).Should().ContainSingle();
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void Fault_IsTraced_WithTheException_AlsoWhereItIsNotTheFirst()
    {
        using var trace = new Trace();
        using var handler = new TracedPlainCount(static i => throw new InvalidOperationException($"Traced {i}.")).ToManagedCallback();

        handler.Callback.Invoke(1);
        handler.Callback.Invoke(2);
        handler.Reset();
        handler.Callback.Invoke(3);

        trace.Of("CallbackFaulted", typeof(TracedPlainCount).FullName!).Select(static payload => ((string)payload[1]!).Split('\n')[0].Trim())
            .Should().Equal("System.InvalidOperationException: Traced 1.", "System.InvalidOperationException: Traced 3.");
        handler.Fault.Should().NotBeNull();
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void LateCalls_AreTraced_AHundredThousandTimes()
    {
        const int Calls = 100_000;
        using var trace = new Trace();
        var handler = new TracedCount(static (i, _) => i).ToManagedCallback();
        var plain = new TracedPlainCount(static i => i).ToManagedCallback();
        var (callback, context, plainCallback) = (handler.Callback, handler.UserData, plain.Callback);
        handler.Dispose();
        plain.Dispose();

        Counting.Call(new NativeCallback<Count>(callback.Address), context, Calls).Should().Be(Calls * -77L);
        Counting.SumAddress.Invoke(plainCallback.Address, Calls).Should().Be(Calls * -77L);

        trace.Of("CalledAfterDispose", Traced).Should().HaveCount(Calls);
        trace.Of("CalledAfterDispose", typeof(TracedPlainCount).FullName!).Should().HaveCount(Calls);
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void CallsAfterAFault_AreNotTracedAsLate()
    {
        using var trace = new Trace();
        using var handler = new TracedCount(static (_, _) => throw new InvalidOperationException()).ToManagedCallback();
        using var plain = new TracedPlainCount(static _ => throw new InvalidOperationException()).ToManagedCallback();
        handler.Callback.Invoke(1, handler.UserData);
        plain.Callback.Invoke(1);

        handler.Callback.Invoke(2, handler.UserData).Should().Be(-77);
        plain.Callback.Invoke(2).Should().Be(-77);

        handler.Fault.Should().NotBeNull();
        plain.Fault.Should().NotBeNull();
        trace.Of("CalledAfterDispose", Traced).Should().BeEmpty();
        trace.Of("CalledAfterDispose", typeof(TracedPlainCount).FullName!).Should().BeEmpty();
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void NewAddresses_AreTraced_WithTheirNumber()
    {
        using var trace = new Trace();
        using (new TracedPoolCount(static i => i).ToManagedCallback())
        using (new TracedPoolCount(static i => i).ToManagedCallback())
        {
            trace.Of("PoolGrown", typeof(TracedPoolCount).FullName!).Select(static payload => (int)payload[1]!).Should().Equal(1, 2);
        }
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void Dispose_WithAFaultThatNobodySaw_IsTraced()
    {
        using var trace = new Trace();
        using (var handler = new TracedCount(static (_, _) => throw new InvalidOperationException("Unseen.")).ToManagedCallback())
        {
            handler.Callback.Invoke(1, handler.UserData);
        }

        ((string)trace.Of("FaultNotObserved", Traced).Should().ContainSingle().Subject[1]!).Should().StartWith("System.InvalidOperationException: Unseen.");
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void Dispose_WithAFaultThatSomebodySaw_IsNotTraced()
    {
        using var trace = new Trace();
        Observe(static handler => handler.Fault.Should().NotBeNull());
        Observe(static handler => Record.Exception(handler.ThrowIfFaulted).Should().NotBeNull());
        Observe(static handler => handler.Reset());

        trace.Of("CallbackFaulted", Traced).Should().HaveCount(3);
        trace.Of("FaultNotObserved", Traced).Should().BeEmpty();

        static void Observe(Action<ManagedCallback<TracedCount>> look)
        {
            using var handler = new TracedCount(static (_, _) => throw new InvalidOperationException("Seen.")).ToManagedCallback();
            handler.Callback.Invoke(1, handler.UserData);
            look(handler);
        }
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void OnFaultThatThrows_IsTraced()
    {
        using var trace = new Trace();
        using var handler = new TracedCount(static (_, _) => throw new InvalidOperationException("First."))
            .ToManagedCallback(static _ => throw new NotSupportedException("Second."));

        handler.Callback.Invoke(1, handler.UserData);

        ((string)trace.Of("FaultHandlerFailed", Traced).Should().ContainSingle().Subject[1]!).Should().StartWith("System.NotSupportedException: Second.");
        handler.Fault!.Message.Should().Be("First.");
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void ExceptionWhoseTextThrows_IsTracedByItsType()
    {
        using var trace = new Trace();
        using (var handler = new TracedCount(static (_, _) => throw new UnspeakableException()).ToManagedCallback(static _ => throw new UnspeakableException()))
        {
            handler.Callback.Invoke(1, handler.UserData).Should().Be(-77);
        }

        var text = $"{typeof(UnspeakableException).FullName}, whose ToString() throws System.InvalidOperationException";
        foreach (var name in new[] { "CallbackFaulted", "FaultHandlerFailed", "FaultNotObserved" })
        {
            trace.Of(name, Traced).Should().ContainSingle(name).Which[1].Should().Be(text);
        }
    }

    [NotOnMonoFact(Mono.NoEventListeners)]
    public void ListenerThatThrows_DoesNotReachNativeFrames()
    {
        using var trace = new Trace { ThrowsOnEvents = true };
        var handler = new TracedCount(static (_, _) => throw new InvalidOperationException("Bad.")).ToManagedCallback();
        var (callback, context) = (handler.Callback, handler.UserData);

        callback.Invoke(1, context).Should().Be(-77);
        handler.Dispose();
        callback.Invoke(1, context).Should().Be(-77);

        trace.Of("CalledAfterDispose", Traced).Should().ContainSingle();
    }
}
