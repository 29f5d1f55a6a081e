using System;

namespace NativeCallbacks.Tests.Upcalls;

public partial class TraceTests
{
    [Fact]
    public void Counters_TellWhatThereIs()
    {
        using var owners = new Disposables();
        for (var i = 0; i < 50; i++)
        {
            owners.Add(new TracedCount(static (i, _) => i).ToManagedCallback());
        }

        using var trace = new Trace(counterSeconds: 1);
        var before = trace.NextCounters();
        var faulted = owners.Add(new TracedPlainCount(static _ => throw new InvalidOperationException("Counted.")).ToManagedCallback());
        var late = new TracedCount(static (i, _) => i).ToManagedCallback();
        var (callback, context) = (late.Callback, late.UserData);
        faulted.Callback.Invoke(1);
        late.Dispose();
        callback.Invoke(1, context);
        callback.Invoke(2, context);
        var after = trace.NextCounters();

        before["live-callbacks"].Should().BeGreaterThanOrEqualTo(50);
        (after["live-callbacks"] - before["live-callbacks"]).Should().Be(1);
        (after["faults"] - before["faults"]).Should().Be(1);
        (after["calls-after-dispose"] - before["calls-after-dispose"]).Should().Be(2);
        after["thunks"].Should().BeGreaterThan(0);
        faulted.Fault.Should().NotBeNull();
    }
}
