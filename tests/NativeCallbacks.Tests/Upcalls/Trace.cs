using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>What the event source wrote while this lives.</summary>
internal sealed class Trace : EventListener
{
    private const string Source = "NativeCallbacks";

    /// <summary>Far more than a counter takes to report on the slowest machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<(string Name, IReadOnlyList<object?> Payload)> _events = new();
    private readonly BlockingCollection<(string Name, double Value)> _counters = [];

    public Trace(int counterSeconds = 0)
    {
        var arguments = counterSeconds == 0
            ? null
            : new Dictionary<string, string?> { ["EventCounterIntervalSec"] = counterSeconds.ToString(CultureInfo.InvariantCulture) };
        var source = EventSource.GetSources().SingleOrDefault(static source => source.Name == Source);
        if (source is null)
        {
            // A creation alone has another thread make the source, at some time.
            using var faulted = new TracedPlainCount(static _ => throw new InvalidOperationException()).ToManagedCallback();
            faulted.Callback.Invoke(1);
            _ = faulted.Fault;
            source = EventSource.GetSources().Single(static made => made.Name == Source);
        }

        EnableEvents(source, EventLevel.Verbose, EventKeywords.All, arguments);
    }

    public bool ThrowsOnEvents { get; init; }

    /// <summary>The payloads of an event whose first is the signature.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Of(string name, string signature) =>
        [.. _events.Where(item => item.Name == name && Equals(item.Payload[0], signature)).Select(static item => item.Payload)];

    /// <summary>Each counter once, as polled after this call.</summary>
    public Dictionary<string, double> NextCounters()
    {
        while (_counters.TryTake(out _))
        {
        }

        // What is reported now may have been polled before; what follows a whole round was not.
        var seen = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        using var patience = new CancellationTokenSource(Patience);
        while (seen.Count < 4 || seen.Values.Any(static values => values.Count < 2))
        {
            var (name, value) = _counters.Take(patience.Token);
            if (!seen.TryGetValue(name, out var values))
            {
                seen[name] = values = [];
            }

            values.Add(value);
        }

        return seen.ToDictionary(static item => item.Key, static item => item.Value[^1]);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource.Name != Source)
        {
            return;
        }

        if (eventData.EventName == "EventCounters")
        {
            var counter = (IDictionary<string, object?>)eventData.Payload![0]!;
            _counters.Add(((string)counter["Name"]!, Convert.ToDouble(counter["Mean"], CultureInfo.InvariantCulture)));
            return;
        }

        _events.Enqueue((eventData.EventName!, [.. eventData.Payload!]));
        if (ThrowsOnEvents)
        {
            throw new InvalidOperationException("This listener throws.");
        }
    }
}
