using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// The <see cref="StrayIncidents"/> of the process, by the context or address of their callbacks. It holds only the last few that
/// belong to disposed callbacks. Used under the lock of <see cref="FaultLog"/>.
/// </summary>
internal static class StrayFaults
{
    /// <summary>How many are held whose callback does not hold them: it is disposed, or there was none.</summary>
    private const int MostOrphans = 64;

    private static readonly Dictionary<nint, WeakReference<StrayIncidents>> ByKey = [];
    private static readonly List<StrayIncidents> Orphans = [];
    private static int purgeAt = 2 * MostOrphans;

    /// <summary>Adds a fault of a callback, which holds it from then on.</summary>
    public static void Add(FaultRecord fault, int thread)
    {
        fault.State.Strays ??= Register(new StrayIncidents(fault.State.Owner.Key));
        fault.State.Strays.Add(fault, thread);
        if (fault.State.IsRetired)
        {
            Hold(fault.State.Strays);
        }
    }

    /// <summary>Adds a call that ran no handler.</summary>
    public static void AddMissed(Type signature, nint key, nint context, HandlerNotCalledReason reason, FaultRecord? earlier, long age, int thread)
    {
        if (Find(key) is not { } incidents)
        {
            incidents = Register(new StrayIncidents(key));
        }

        incidents.AddMissed(signature, context, reason, earlier, age, thread);
        if (earlier is { State.IsRetired: false })
        {
            earlier.State.Strays ??= incidents;
        }
        else
        {
            Hold(incidents);
        }
    }

    /// <summary>Adds to a list what an <c>Invoke</c> that was given a context or an address has to throw for it.</summary>
    public static void Take(nint given, long since, int thread, ref List<Incident>? taken)
    {
        if (given != 0)
        {
            Find(given)?.Take(since, thread, ref taken);
        }
    }

    /// <summary>Holds what no longer belongs to a callback, because an <c>Invoke</c> that it concerns may be in flight.</summary>
    public static void Hold(StrayIncidents incidents)
    {
        if (Orphans.Contains(incidents))
        {
            return;
        }

        if (Orphans.Count >= MostOrphans)
        {
            Orphans.RemoveAt(OldestOfBusiestThread());
        }

        Orphans.Add(incidents);
    }

    /// <summary>Releases incidents of a kind that no longer belong to a callback.</summary>
    public static void RemoveOrphans(Predicate<Incident> isRemoved) => Orphans.RemoveAll(incidents => incidents.Exists(isRemoved));

    private static StrayIncidents? Find(nint key) =>
        ByKey.TryGetValue(key, out var reference) && reference.TryGetTarget(out var incidents) ? incidents : null;

    private static StrayIncidents Register(StrayIncidents incidents)
    {
        if (ByKey.Count >= purgeAt)
        {
            Purge();
        }

        ByKey[incidents.Key] = new WeakReference<StrayIncidents>(incidents);
        return incidents;
    }

    private static void Purge()
    {
        var dead = new List<nint>();
        foreach (var pair in ByKey)
        {
            if (!pair.Value.TryGetTarget(out _))
            {
                dead.Add(pair.Key);
            }
        }

        dead.ForEach(static key => ByKey.Remove(key));
        purgeAt = Math.Max(2 * MostOrphans, 2 * ByKey.Count);
    }

    /// <summary>Many incidents on one thread evict those of that thread, and leave those of others.</summary>
    private static int OldestOfBusiestThread()
    {
        var counts = new Dictionary<int, int>();
        foreach (var orphan in Orphans)
        {
            counts.TryGetValue(orphan.Thread, out var count);
            counts[orphan.Thread] = count + 1;
        }

        var busiest = Orphans[0].Thread;
        foreach (var pair in counts)
        {
            busiest = pair.Value > counts[busiest] ? pair.Key : busiest;
        }

        return Orphans.FindIndex(orphan => orphan.Thread == busiest);
    }
}
