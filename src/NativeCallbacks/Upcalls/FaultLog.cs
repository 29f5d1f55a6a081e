using System;
using System.Collections.Generic;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// What goes wrong in handlers, recorded for the <c>Invoke</c>s that have to throw it. An <c>Invoke</c> calls this only if <see
/// cref="UpcallFaults.Recorded"/> has changed, that is, after something went wrong.
/// </summary>
internal static class FaultLog
{
    private static readonly object Gate = new();

    /// <summary>How many incidents the process has had. The fields that every <c>Invoke</c> reads are its low bits on 32-bit platforms.</summary>
    private static long age;

    /// <summary>Records an exception of a handler, and reports it to <c>onFault</c> and the subscribers.</summary>
    /// <param name="owner">The callback.</param>
    /// <param name="state">The faults of the callback; made when the first one is recorded.</param>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="onFault">The callback's own report; null for none.</param>
    /// <param name="handler">The handler; null for an object, or if the callback is disposed.</param>
    public static void Record(
        IFaultOwner owner, ref FaultState? state, Type signature, Exception exception, Action<Exception>? onFault, Delegate? handler = null)
    {
        CallbackTrace.Log.Faulted(signature, exception);
#if NET
        Unloading.Watch(ForgetUnloaded, signature, exception, handler);
#endif
        var thread = ThreadFaults.Current;
        var isThrown = owner.Policy != FaultPolicy.ReportOnly && !thread.IsReporting;
        var isWaitedFor = isThrown ? thread.HasManagedCaller(isRoutine: false) : true;
        lock (Gate)
        {
            state ??= new FaultState(owner);
            var fault = new FaultRecord(state, signature, exception) { Age = ++age };
            state.Add(fault);
            if (isThrown)
            {
                // In both places if it is not known: then the Invoke of another thread that was given the callback throws it too.
                if (isWaitedFor != false)
                {
                    thread.Add(Incident.Of(fault));
                }

                if (isWaitedFor != true)
                {
                    StrayFaults.Add(fault, Environment.CurrentManagedThreadId);
                }

                Publish();
            }
        }

        if (!thread.IsReporting)
        {
            thread.IsReporting = true;
            Report(signature, exception, onFault);
            thread.IsReporting = false;
        }
    }

    /// <summary>Records a native call that ran no handler.</summary>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="key">The context that native code passed, or the address if the signature has none.</param>
    /// <param name="context">The same context; zero if the signature has none.</param>
    /// <param name="reason">Why there is no handler to run.</param>
    /// <param name="state">Of a handler that was stopped, its faults.</param>
    public static void RecordMissed(Type signature, nint key, nint context, HandlerNotCalledReason reason, FaultState? state)
    {
        CallbackTrace.Log.HandlerNotCalled(signature, reason);
#if NET
        Unloading.Watch(ForgetUnloaded, signature);
#endif
        var thread = ThreadFaults.Current;
        if (thread.IsReporting)
        {
            return;
        }

        var isWaitedFor = thread.HasManagedCaller(isRoutine: true);
        lock (Gate)
        {
            age++;
            if (isWaitedFor != false)
            {
                thread.AddMissed(signature, context, reason, state?.Stop, age);
            }

            if (isWaitedFor != true)
            {
                StrayFaults.AddMissed(signature, key, context, reason, state?.Stop, age, Environment.CurrentManagedThreadId);
            }

            Publish();
        }
    }

    /// <summary>Throws the first incident that an <c>Invoke</c> has to throw, if there is one; the others are traced. All count as delivered.</summary>
    /// <param name="since">What the <c>Invoke</c> read before its call.</param>
    /// <param name="given">The addresses and contexts that it passed to native code; zeros are ignored.</param>
    public static void ThrowSince(nint since, (nint, nint, nint, nint) given)
    {
        var thread = ThreadFaults.Existing;
        if (thread?.IsReporting == true)
        {
            return;
        }

        List<Incident>? taken = null;
        long start;
        var id = Environment.CurrentManagedThreadId;
        lock (Gate)
        {
            start = AgeOf(since);
            thread?.Take(start, id, ref taken);
            StrayFaults.Take(given.Item1, start, id, ref taken);
            StrayFaults.Take(given.Item2, start, id, ref taken);
            StrayFaults.Take(given.Item3, start, id, ref taken);
            StrayFaults.Take(given.Item4, start, id, ref taken);
        }

        // Faults of other calls bring an Invoke here too: nothing is allocated for them.
        if (taken is not null)
        {
            Throw(taken, start, id);
        }
    }

    /// <summary>The latest fault, delivered or not; null for none.</summary>
    public static Exception? Observe(FaultState state)
    {
        lock (Gate)
        {
            state.IsObserved = true;
            return state.Latest?.Exception;
        }
    }

    /// <summary>Throws the first fault that is not delivered, if there is one; all are delivered then.</summary>
    public static void ThrowUndelivered(FaultState state)
    {
        FaultRecord? first;
        lock (Gate)
        {
            first = state.Undelivered;
            while (state.Undelivered is { } fault)
            {
                state.Deliver(fault, Environment.CurrentManagedThreadId);
            }
        }

        first?.Rethrow();
    }

    /// <summary>Discards all faults of a callback, also for an <c>Invoke</c> in flight.</summary>
    public static void Forget(FaultState state)
    {
        lock (Gate)
        {
            state.Forget(age);
        }
    }

    /// <summary>Notes that a callback is disposed. Its faults are kept while an <c>Invoke</c> that they concern may be in flight.</summary>
    /// <returns>A fault that was not observed; null for none.</returns>
    public static FaultRecord? Retire(FaultState state)
    {
        lock (Gate)
        {
            state.IsRetired = true;
            if (state.Strays is { } strays)
            {
                StrayFaults.Hold(strays);
            }

            return state is { IsObserved: false, Latest: { IsDelivered: false } latest } ? latest : null;
        }
    }

#if NET
    /// <summary>Discards what no <c>Invoke</c> can have to throw any more, because its load context is being unloaded.</summary>
    private static void ForgetUnloaded(System.Runtime.Loader.AssemblyLoadContext context)
    {
        lock (Gate)
        {
            ThreadFaults.RemoveOfAll(incident => Unloading.RefersTo(context, incident));
            StrayFaults.RemoveOrphans(incident => Unloading.RefersTo(context, incident));
        }
    }
#endif

    private static void Throw(List<Incident> incidents, long start, int thread)
    {
        // What was merged with something from before the call comes after what began in it.
        incidents.Sort((left, right) => Began(left).CompareTo(Began(right)));
        if (ThreadFaults.Current.IsFinalizer)
        {
            // An exception would end the process. The faults stay with their callbacks.
            Trace(incidents, 0);
            return;
        }

        lock (Gate)
        {
            incidents.ForEach(incident => incident.Delivers?.State.Deliver(incident.Delivers, thread));
        }

        Trace(incidents, 1);
        if (incidents[0].FaultSince(start) is not { } fault)
        {
            throw incidents[0].Missed!.ToException();
        }

        fault.Rethrow();

        long Began(Incident incident) => incident.First > start ? incident.First : long.MaxValue;
    }

    private static void Report(Type signature, Exception exception, Action<Exception>? onFault)
    {
        try
        {
            onFault?.Invoke(exception);
        }
        catch (Exception failure) // It must not reach native frames, and only the first exception matters.
        {
            CallbackTrace.Log.OnFaultFailed(signature, failure);
        }

        ManagedCallbacks.Raise(signature, exception);
    }

    private static void Trace(List<Incident> incidents, int start)
    {
        for (var i = start; i < incidents.Count; i++)
        {
            // A stopped handler adds nothing to the fault that stopped it.
            var incident = incidents[i];
            if (start == 0 || incident.Delivers is null || !ReferenceEquals(incident.Delivers, incidents[0].Delivers))
            {
                CallbackTrace.Log.NotThrown(
                    incident.Missed?.Signature ?? incident.Fault!.Signature,
                    incident.Missed?.ToException() ?? incident.Fault!.Exception);
            }
        }
    }

    /// <summary>
    /// Shows the new age to every <c>Invoke</c>. This is done last, so that an <c>Invoke</c> that sees it finds the incident. The
    /// field that is read after a call is written first, so that no <c>Invoke</c> reads a new value before its call and an old one
    /// after it.
    /// </summary>
    private static void Publish()
    {
        System.Threading.Volatile.Write(ref UpcallFaults.RecordedAfter, unchecked((nint)age));
        System.Threading.Volatile.Write(ref UpcallFaults.Recorded, unchecked((nint)age));
    }

    /// <summary>The age that an <c>Invoke</c> read, which on 32-bit platforms is the low half of it.</summary>
    private static long AgeOf(nint read) =>
        IntPtr.Size == 8 ? read : age - unchecked((uint)age - (uint)(int)read);
}
