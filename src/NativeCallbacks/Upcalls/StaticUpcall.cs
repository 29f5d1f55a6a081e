using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the last fault of one static callback.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StaticUpcall
{
    private readonly object _gate = new();
    private readonly Type _signature;
    private FaultRecord? _last;

    /// <summary>Creates the place for the faults of one static callback.</summary>
    /// <param name="signature">Its signature.</param>
    public StaticUpcall(Type signature)
    {
        _signature = signature;
    }

    /// <summary>Keeps an exception of the method, instead of letting it into native frames, and lets the one before go.</summary>
    public void Fail(Exception exception, nint address)
    {
        NativeCallbacksEventSource.Log.Faulted(_signature, exception);
        lock (_gate)
        {
            if (_last is not null)
            {
                FaultLog.Retire(_last);
            }

            _last = FaultLog.Add(exception, address, userData: 0);
        }
    }
}
