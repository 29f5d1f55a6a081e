namespace NativeCallbacks;

/// <summary>
/// The faults of one callback: the first that has not been thrown yet, and the latest. All members are used under the lock of
/// <see cref="FaultLog"/>.
/// </summary>
internal sealed class FaultState(IFaultOwner owner)
{
    private long _forgottenThrough;

    public IFaultOwner Owner => owner;

    /// <summary>The first fault that is not delivered; under <see cref="FaultPolicy.Stop"/>, what has stopped the handler.</summary>
    public FaultRecord? Undelivered { get; private set; }

    /// <summary>The latest fault, delivered or not.</summary>
    public FaultRecord? Latest { get; private set; }

    /// <summary>Whether the user has read <see cref="Latest"/>.</summary>
    public bool IsObserved { get; set; }

    /// <summary>Whether the callback is disposed.</summary>
    public bool IsRetired { get; set; }

    /// <summary>What happened on threads that no managed code was waiting on; null for nothing.</summary>
    public StrayIncidents? Strays { get; set; }

    /// <summary>The fault that stopped the handler; the latest one, if that was delivered in the meantime.</summary>
    public FaultRecord? Stop => Undelivered ?? Latest;

    public void Add(FaultRecord record)
    {
        Undelivered ??= record;
        Latest = record;
        IsObserved = false;
        if (owner.Policy == FaultPolicy.Stop)
        {
            owner.SetRunning(false);
        }
    }

    /// <summary>Notes that a thread throws a fault of this callback, and lets the handler run again if it was the last one.</summary>
    public void Deliver(FaultRecord record, int thread)
    {
        record.DeliveredBy = thread;
        while (Undelivered is { IsDelivered: true } first)
        {
            Undelivered = ReferenceEquals(first, Latest) ? null : Latest;
        }

        if (Undelivered is null && owner.Policy == FaultPolicy.Stop)
        {
            owner.SetRunning(true);
        }
    }

    /// <summary>Whether the user has reset the callback since.</summary>
    public bool IsForgotten(FaultRecord record) => record.Age <= _forgottenThrough;

    /// <summary>Discards all faults up to an age.</summary>
    public void Forget(long age)
    {
        _forgottenThrough = age;
        (Undelivered, Latest, Strays) = (null, null, null);
        owner.SetRunning(true);
    }
}
