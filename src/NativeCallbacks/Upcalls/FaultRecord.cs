using System;
using System.Runtime.ExceptionServices;

namespace NativeCallbacks;

/// <summary>One exception of a handler, and which thread has thrown it. Written under the lock of <see cref="FaultLog"/>.</summary>
internal sealed class FaultRecord(FaultState state, Type signature, Exception exception)
{
    private readonly ExceptionDispatchInfo _dispatch = ExceptionDispatchInfo.Capture(exception);

    public Exception Exception => _dispatch.SourceException;

    /// <summary>The signature that native code called.</summary>
    public Type Signature => signature;

    /// <summary>The faults of the callback.</summary>
    public FaultState State => state;

    /// <summary>Its number in the process.</summary>
    public long Age { get; set; }

    /// <summary>The managed thread that has thrown the exception to its caller; zero before.</summary>
    public int DeliveredBy { get; set; }

    public bool IsDelivered => DeliveredBy != 0;

    /// <summary>Throws the exception again, with its original stack trace.</summary>
    public void Rethrow() => _dispatch.Throw();
}
