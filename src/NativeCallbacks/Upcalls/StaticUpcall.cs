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
    Type IFaultOwner.Signature => _signature;

    /// <inheritdoc/>
    nint IFaultOwner.Key => _address;

    /// <inheritdoc/>
    FaultPolicy IFaultOwner.Policy => _policy;

    /// <summary>Keeps an exception of the method, instead of letting it into native frames.</summary>
    public void Fail(Exception exception) => FaultLog.Record(this, ref _faults, exception, onFault: null);

    /// <summary>Begins the report of a fault to native code: what goes wrong in it is traced only.</summary>
    /// <returns>What <see cref="EndReport"/> takes.</returns>
    public static bool BeginReport()
    {
        var thread = ThreadFaults.Current;
        var wasReporting = thread.IsReporting;
        thread.IsReporting = true;
        return wasReporting;
    }

    /// <summary>Traces an exception of the report itself, which must not reach native frames.</summary>
    public void ReportFailed(Exception exception) => NativeCallbacksEventSource.Log.OnFaultFailed(_signature, exception);

    /// <summary>Ends the report of a fault to native code.</summary>
    /// <param name="wasReporting">What <see cref="BeginReport"/> returned.</param>
    public static void EndReport(bool wasReporting) => ThreadFaults.Current.IsReporting = wasReporting;

    /// <inheritdoc/>
    void IFaultOwner.SetRunning(bool isRunning)
    {
        // Nothing stops a static method.
    }
}
