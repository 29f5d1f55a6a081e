using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
#if NET
using System.Linq;
#endif
using System.Runtime.CompilerServices;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// The trace of managed callbacks: the event source <c>NativeCallbacks</c>, with counters for <c>dotnet-counters</c>
/// (not on netstandard2.0).
/// </summary>
[EventSource(Name = SourceName)]
internal sealed class NativeCallbacksEventSource : EventSource
{
    public static readonly NativeCallbacksEventSource Log = new();

    private const string SourceName = "NativeCallbacks";

    private readonly List<Func<long>> _liveCallbacks = [];
    private long _faults;
    private long _lateCalls;
    private long _thunks;
#if NET
    private DiagnosticCounter[]? _counters;

    private long Live
    {
        get
        {
            lock (_liveCallbacks)
            {
                return _liveCallbacks.Sum(static live => live());
            }
        }
    }
#endif

    // The name is told, and not left to the attribute: it is read in 11 ms, which the first callback of a process would wait for.
    private NativeCallbacksEventSource()
        : base(SourceName, EventSourceSettings.EtwManifestEventFormat)
    {
    }

    /// <summary>Adds to the live callbacks those of a signature.</summary>
    /// <param name="live">Tells how many there are, on whatever thread.</param>
    [NonEvent]
    public void Count(Func<long> live)
    {
        lock (_liveCallbacks)
        {
            _liveCallbacks.Add(live);
        }
    }

    [NonEvent]
    public void Created(Type signature) => CallbackCreated(NameOf(signature));

    [NonEvent]
    public void Faulted(Type signature, Exception exception)
    {
        Interlocked.Increment(ref _faults);
        if (IsEnabled())
        {
            CallbackFaulted(NameOf(signature), TextOf(exception));
        }
    }

    [NonEvent]
    public void UnobservedFault(Type signature, Exception exception)
    {
        if (IsEnabled())
        {
            FaultNotObserved(NameOf(signature), TextOf(exception));
        }
    }

    [NonEvent]
    public void OnFaultFailed(Type signature, Exception exception)
    {
        if (IsEnabled())
        {
            FaultHandlerFailed(NameOf(signature), TextOf(exception));
        }
    }

    // Not inlined: it would fill the functions that native code calls, where it is never hot.
    [NonEvent]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void LateCall(Type signature)
    {
        Interlocked.Increment(ref _lateCalls);
        if (IsEnabled())
        {
            CalledAfterDispose(NameOf(signature));
        }
    }

    [NonEvent]
    public void ThunkMade(Type signature, int thunksOfSignature)
    {
        Interlocked.Increment(ref _thunks);
        if (IsEnabled())
        {
            PoolGrown(NameOf(signature), thunksOfSignature);
        }
    }

    [Event(1, Level = EventLevel.Verbose, Message = "A managed callback of {0} was created.")]
    private void CallbackCreated(string signature) => WriteEvent(1, signature);

    [Event(2, Level = EventLevel.Error, Message = "A handler of {0} threw: {1}")]
    private void CallbackFaulted(string signature, string exception) => WriteEvent(2, signature, exception);

    [Event(3, Level = EventLevel.Warning, Message = "Native code called a {0} that is disposed.")]
    private void CalledAfterDispose(string signature) => WriteEvent(3, signature);

    [Event(4, Level = EventLevel.Informational, Message = "The pool of {0} has {1} addresses now.")]
    private void PoolGrown(string signature, int addresses) => WriteEvent(4, signature, addresses);

    [Event(5, Level = EventLevel.Error, Message = "A {0} was disposed with a fault that nobody observed: {1}")]
    private void FaultNotObserved(string signature, string exception) => WriteEvent(5, signature, exception);

    [Event(6, Level = EventLevel.Error, Message = "The onFault of a {0} threw: {1}")]
    private void FaultHandlerFailed(string signature, string exception) => WriteEvent(6, signature, exception);

#if NET
    /// <inheritdoc/>
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command == EventCommand.Enable && _counters is null)
        {
            _counters =
            [
                new PollingCounter("live-callbacks", this, () => Live) { DisplayName = "Live managed callbacks" },
                new PollingCounter("faults", this, () => Interlocked.Read(ref _faults)) { DisplayName = "Faults of handlers" },
                new PollingCounter("calls-after-dispose", this, () => Interlocked.Read(ref _lateCalls)) { DisplayName = "Calls after Dispose" },
                new PollingCounter("thunks", this, () => Interlocked.Read(ref _thunks)) { DisplayName = "Addresses made" },
            ];
        }
    }
#endif

    [NonEvent]
    private static string NameOf(Type signature) => signature.FullName ?? signature.Name;

    /// <summary>The exception's own text; its type where that throws, since nothing may be thrown into native frames.</summary>
    [NonEvent]
    private static string TextOf(Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception failure)
        {
            return $"{exception.GetType().FullName}, whose ToString() throws {failure.GetType().FullName}";
        }
    }
}
