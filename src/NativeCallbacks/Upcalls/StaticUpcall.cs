using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the faults of one static callback, which never stops.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StaticUpcall : IFaultOwner
{
    private readonly Type _signature;
    private readonly nint _address;
    private readonly FaultPolicy _policy;
    private FaultState? _faults;

    /// <summary>Creates the place for the faults of one static callback.</summary>
    /// <param name="signature">Its signature.</param>
    /// <param name="address">The function that native code calls.</param>
    /// <param name="isReportOnly">Whether faults are only reported, and no <c>Invoke</c> throws them.</param>
    public StaticUpcall(Type signature, nint address, bool isReportOnly)
    {
        _signature = signature;
        _address = address;
        _policy = isReportOnly ? FaultPolicy.ReportOnly : FaultPolicy.KeepCalling;
    }

    /// <inheritdoc/>
    nint IFaultOwner.Key => _address;

    /// <inheritdoc/>
    FaultPolicy IFaultOwner.Policy => _policy;

    /// <summary>Records an exception of the method, which must not reach native frames.</summary>
    public void Fail(Exception exception) => FaultLog.Record(this, ref _faults, _signature, exception, onFault: null);

    /// <inheritdoc/>
    void IFaultOwner.SetRunning(bool isRunning)
    {
        // Nothing stops a static method.
    }
}
