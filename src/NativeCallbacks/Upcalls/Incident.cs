using System;

namespace NativeCallbacks;

/// <summary>
/// Something that went wrong while native code ran, for the <c>Invoke</c> during which it happened: a fault, or calls that
/// ran no handler. Of several in a row that were merged, the first.
/// </summary>
internal sealed class Incident
{
    private bool _isMerged;
    private int _takenBy;
    private long _takenThrough;

    private Incident(FaultRecord? fault, MissedCall? missed, long age)
    {
        Fault = fault;
        Missed = missed;
        First = age;
        Last = age;
    }

    /// <summary>The fault; null for calls that ran no handler.</summary>
    public FaultRecord? Fault { get; }

    /// <summary>The calls that ran no handler; null for a fault.</summary>
    public MissedCall? Missed { get; }

    /// <summary>The age of the first occurrence.</summary>
    public long First { get; }

    /// <summary>The age of the last occurrence.</summary>
    public long Last { get; set; }

    /// <summary>The fault that is delivered when the incident is thrown.</summary>
    public FaultRecord? Delivers => Fault ?? Missed!.Earlier;

    public static Incident Of(FaultRecord fault) => new(fault, null, fault.Age);

    public static Incident Of(MissedCall missed, long age) => new(null, missed, age);

    /// <summary>Whether an <c>Invoke</c> that began after an age, on a thread, has to throw it.</summary>
    public bool Concerns(long since, int thread) =>
        Last > since
        && (_isMerged || (Delivers?.State.IsForgotten(Delivers) != true && FaultSince(since)?.DeliveredBy != thread))
        && (_takenBy != thread || Last > _takenThrough);

    /// <summary>
    /// Absorbs a later incident. From then on it is thrown even if its own fault has been delivered, because it is no longer known whether the other one was.
    /// </summary>
    public void Merge(Incident later)
    {
        Last = Math.Max(Last, later.Last);
        _isMerged = true;
    }

    /// <summary>
    /// The fault that happened during an <c>Invoke</c> that began after an age: the fault itself, or the one that has stopped a
    /// handler meanwhile. Null if the handler could not run for another reason.
    /// </summary>
    public FaultRecord? FaultSince(long since) => Fault ?? (Missed!.Earlier is { } earlier && earlier.Age > since ? earlier : null);

    /// <summary>Notes that a thread throws it, for the case that other threads may have to throw it too.</summary>
    public void TakeBy(int thread) => (_takenBy, _takenThrough) = (thread, Last);
}
