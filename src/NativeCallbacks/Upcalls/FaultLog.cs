using System;
using System.Collections.Generic;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// The faults of the process that are not reset, for calls that want to know on their return whether a callback of theirs
/// failed. Of callbacks that are disposed it keeps the last few: only calls that ran at that time still ask for them.
/// Written and searched only after a fault; a call that sees none reads the counter alone.
/// </summary>
internal static class FaultLog
{
    /// <summary>How many faults are kept that no callback has any more.</summary>
    private const int MostRetired = 64;

    private static readonly List<FaultRecord> Faults = [];
    private static readonly Queue<FaultRecord> Retired = new();

    public static FaultRecord Add(Exception exception, nint address, nint userData)
    {
        lock (Faults)
        {
            var fault = new FaultRecord(exception, address, userData, unchecked(FaultCount.Recorded + 1));
            Faults.Add(fault);

            // Last, so that whoever sees the new count finds the fault.
            Volatile.Write(ref FaultCount.Recorded, fault.Sequence);
            return fault;
        }
    }

    public static void Remove(FaultRecord fault)
    {
        lock (Faults)
        {
            Faults.Remove(fault);
        }
    }

    /// <summary>Keeps a fault only as long as a call may be running that it happened in.</summary>
    public static void Retire(FaultRecord fault)
    {
        lock (Faults)
        {
            Retired.Enqueue(fault);
            if (Retired.Count > MostRetired)
            {
                Faults.Remove(Retired.Dequeue());
            }
        }
    }

    /// <summary>The first fault after a count that meets the condition. Allocates nothing: faults of others call for it too.</summary>
    public static FaultRecord? FirstSince<TState>(int recorded, TState state, Func<FaultRecord, TState, bool> condition)
    {
        lock (Faults)
        {
            foreach (var fault in Faults)
            {
                if (unchecked(fault.Sequence - recorded) > 0 && condition(fault, state))
                {
                    return fault;
                }
            }

            return null;
        }
    }
}
