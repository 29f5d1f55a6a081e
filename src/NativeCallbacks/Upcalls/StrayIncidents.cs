using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// What went wrong with one callback on threads on which no managed code waits, for the <c>Invoke</c>s of other threads that
/// were given the callback.
/// </summary>
/// <param name="key">The context or the address that identifies the callback.</param>
internal sealed class StrayIncidents(nint key)
{
    private Incident? _first;
    private Incident? _latest;
    private Incident? _missed;

    public nint Key => key;

    /// <summary>The thread that recorded the last one.</summary>
    public int Thread { get; private set; }

    public void Add(FaultRecord fault, int thread)
    {
        Thread = thread;
        _latest = Incident.Of(fault);
        if (_first is null || _first.Fault!.IsDelivered || fault.State.IsForgotten(_first.Fault))
        {
            _first = _latest;
        }
    }

    public void AddMissed(Type signature, nint context, HandlerNotCalledReason reason, FaultRecord? earlier, long age, int thread)
    {
        Thread = thread;
        if (_missed?.Missed!.IsRepeatedBy(signature, context, reason, earlier) == true)
        {
            _missed.Last = age;
        }
        else
        {
            _missed = Incident.Of(new MissedCall(signature, context, reason, earlier), age);
        }
    }

    /// <summary>Whether one of the kept incidents is of a kind.</summary>
    public bool Exists(Predicate<Incident> isOfKind) =>
        (_first is not null && (isOfKind(_first) || isOfKind(_latest!))) || (_missed is not null && isOfKind(_missed));

    /// <summary>Adds to a list what an <c>Invoke</c> that began after an age, on a thread, has to throw.</summary>
    public void Take(long since, int thread, ref List<Incident>? taken)
    {
        Take(_first, since, thread, ref taken);
        if (!ReferenceEquals(_first, _latest))
        {
            Take(_latest, since, thread, ref taken);
        }

        Take(_missed, since, thread, ref taken);
    }

    private static void Take(Incident? incident, long since, int thread, ref List<Incident>? taken)
    {
        // It stays, because another Invoke that was given the callback may be in flight on another thread.
        if (incident?.Concerns(since, thread) == true)
        {
            incident.TakeBy(thread);
            (taken ??= []).Add(incident);
        }
    }
}
