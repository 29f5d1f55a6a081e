using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the faults of callbacks that happened during a call, to be thrown when it returns. A call without
/// faults reads <see cref="Recorded"/> twice, and nothing else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UpcallFaults
{
    /// <summary>How many faults the process has had.</summary>
    public static int Recorded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => FaultCount.Recorded;
    }

    /// <summary>Throws a fault of the callback at an address, recorded since the given count on whatever thread.</summary>
    /// <remarks>
    /// Where callbacks share the address, and the call does not tell the context, only a fault on the calling thread is
    /// taken to be of this call.
    /// </remarks>
    public static void Rethrow(int since, nint address)
    {
        var call = (Address: address, Thread: Environment.CurrentManagedThreadId);
        FaultLog.FirstSince(since, call, static (fault, call) =>
            fault.Address == call.Address && (fault.UserData == 0 || fault.ThreadId == call.Thread))?.Rethrow();
    }

    /// <summary>Throws a fault of the callback with an address and a context, recorded since the given count on whatever thread.</summary>
    public static void Rethrow(int since, nint address, nint userData) =>
        FaultLog.FirstSince(since, (Address: address, UserData: userData), static (fault, call) =>
            fault.Address == call.Address && (fault.UserData == 0 || fault.UserData == call.UserData))?.Rethrow();

    /// <summary>
    /// Throws a fault of whatever callback, recorded since the given count on the calling thread. One that an inner call
    /// has thrown already is not the reason why this one failed.
    /// </summary>
    public static void RethrowOnThisThread(int since)
    {
        FaultLog.FirstSince(since, Environment.CurrentManagedThreadId, static (fault, thread) =>
            fault.ThreadId == thread && !fault.IsRethrown)?.Rethrow();
    }
}
