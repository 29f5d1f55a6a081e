using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// What went wrong on one thread while an <c>Invoke</c> was waiting on it, in order. The <c>Invoke</c> takes it on its
/// return; nested ones take their own.
/// </summary>
internal sealed class ThreadFaults
{
    /// <summary>How many incidents are kept before neighbours are merged.</summary>
    private const int Few = 8;

    [ThreadStatic]
    private static ThreadFaults? current;

    private static readonly List<WeakReference<ThreadFaults>> OfAllThreads = [];

    private readonly List<Incident> _incidents = [];
    private readonly ManagedCallers _callers = new();
    private int _most = Few;

    private ThreadFaults()
    {
        lock (OfAllThreads)
        {
            OfAllThreads.RemoveAll(static reference => !reference.TryGetTarget(out _));
            OfAllThreads.Add(new WeakReference<ThreadFaults>(this));
        }
    }

    /// <summary>That of the calling thread, if something went wrong on it before.</summary>
    public static ThreadFaults? Existing => current;

    /// <summary>That of the calling thread.</summary>
    public static ThreadFaults Current => current ??= new ThreadFaults();

    /// <summary>Whether <c>onFault</c> or a subscriber is being called with a fault: what goes wrong in it is only traced.</summary>
    public bool IsReporting { get; set; }

    /// <summary>Whether the thread runs finalizers, on which an exception would end the process.</summary>
    public bool IsFinalizer => _callers.AreFinalizers();

    /// <summary>Whether managed code waits for the native code that is calling a handler; null if that cannot be known.</summary>
    /// <param name="isRoutine">Whether an answer for native code at the same place on the stack will do.</param>
    public bool? HasManagedCaller(bool isRoutine) => _callers.Exist(isRoutine);

    /// <summary>Removes incidents of all threads. The caller holds the lock of <see cref="FaultLog"/>.</summary>
    public static void RemoveOfAll(Predicate<Incident> isRemoved)
    {
        lock (OfAllThreads)
        {
            foreach (var reference in OfAllThreads)
            {
                if (reference.TryGetTarget(out var thread))
                {
                    thread._incidents.RemoveAll(isRemoved);
                }
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    public void Add(Incident incident)
    {
        if (_incidents.Count >= _most)
        {
            Merge();
        }

        _incidents.Add(incident);
    }

    /// <summary>Adds a call that ran no handler; another one like the last needs no space.</summary>
    public void AddMissed(Type signature, nint context, HandlerNotCalledReason reason, FaultRecord? earlier, long age)
    {
        if (_incidents.Count > 0 && _incidents[_incidents.Count - 1] is { Missed: { } last } incident && last.IsRepeatedBy(signature, context, reason, earlier))
        {
            incident.Last = age;
        }
        else
        {
            Add(Incident.Of(new MissedCall(signature, context, reason, earlier), age));
        }
    }

    /// <summary>Takes what an <c>Invoke</c> that began after an age has to throw.</summary>
    public void Take(long since, int thread, ref List<Incident>? taken)
    {
        var kept = 0;
        for (var i = 0; i < _incidents.Count; i++)
        {
            var incident = _incidents[i];
            if (incident.Concerns(since, thread))
            {
                (taken ??= []).Add(incident);
            }

            if (incident.First <= since)
            {
                incident.Last = Math.Min(incident.Last, since); // What came before belongs to an outer Invoke.
                _incidents[kept++] = incident;
            }
        }

        _incidents.RemoveRange(kept, _incidents.Count - kept);
    }

    /// <summary>
    /// Merges neighbours, so that a handler that throws in a loop takes no memory. What is merged keeps the exception of the
    /// first: each <c>Invoke</c> still finds something to throw. A fault that still stops its handler is not merged, because it
    /// must be delivered; there is at most one for each callback that is not disposed.
    /// </summary>
    private void Merge()
    {
        var (kept, alone) = (0, 0);
        for (var i = 0; i < _incidents.Count; i++)
        {
            var incident = _incidents[i];
            alone += CanMerge(incident) ? 0 : 1;
            if (kept > 0 && i < _incidents.Count - 1 && (i & 1) == 1 && CanMerge(_incidents[kept - 1]) && CanMerge(incident))
            {
                _incidents[kept - 1].Merge(incident);
            }
            else
            {
                _incidents[kept++] = incident;
            }
        }

        _incidents.RemoveRange(kept, _incidents.Count - kept);
        _most = Few + (2 * alone);
    }

    private static bool CanMerge(Incident incident) =>
        incident.Fault is not { State: { Owner.Policy: FaultPolicy.Stop } state } fault || state.IsRetired || !ReferenceEquals(state.Undelivered, fault);
}
