using System;
using System.Diagnostics.Tracing;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// The trace of managed callbacks: the event source <c>NativeCallbacks</c>, with counters for <c>dotnet-counters</c>
/// (not on netstandard2.0).
/// </summary>
[EventSource(Name = SourceName)]
internal sealed class NativeCallbacksEventSource : EventSource
{
    private const string SourceName = "NativeCallbacks";

    private long _faults;
    private long _lateCalls;
    private long _stoppedCalls;
    private long _thunks;
#if NET
    private DiagnosticCounter[]? _counters;
#endif

    // The name is given here, not left to the attribute, because reading it there takes 11 ms of the first callback of a process.
    internal NativeCallbacksEventSource()
        : base(SourceName, EventSourceSettings.EtwManifestEventFormat)
    {
    }

    [NonEvent]
    public void Created(Type signature)
    {
        if (IsEnabled())
        {
            CallbackCreated(NameOf(signature));
        }
    }

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

    [NonEvent]
    public void HandlerNotCalled(Type signature, HandlerNotCalledReason reason)
    {
        Interlocked.Increment(ref reason == HandlerNotCalledReason.Stopped ? ref _stoppedCalls : ref _lateCalls);
        if (!IsEnabled())
        {
            return;
        }

        switch (reason)
        {
            case HandlerNotCalledReason.Disposed:
                CalledAfterDispose(NameOf(signature));
                break;
            case HandlerNotCalledReason.UnknownContext:
                CalledWithUnknownContext(NameOf(signature));
                break;
            default:
                CalledWhileStopped(NameOf(signature));
                break;
        }
    }

    [NonEvent]
    public void NotThrown(Type signature, Exception exception)
    {
        if (IsEnabled())
        {
            FaultNotThrown(NameOf(signature), TextOf(exception));
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

    [Event(6, Level = EventLevel.Error, Message = "The report of a fault of {0} threw: {1}")]
    private void FaultHandlerFailed(string signature, string exception) => WriteEvent(6, signature, exception);

    [Event(7, Level = EventLevel.Warning, Message = "Native code called a {0} with a context that does not belong to any of its managed callbacks.")]
    private void CalledWithUnknownContext(string signature) => WriteEvent(7, signature);

    [Event(8, Level = EventLevel.Verbose, Message = "Native code called a {0} that an earlier fault has stopped.")]
    private void CalledWhileStopped(string signature) => WriteEvent(8, signature);

    [Event(9, Level = EventLevel.Error, Message = "A fault of {0} was not thrown, because the call threw another fault or ran on the finalizer thread: {1}")]
    private void FaultNotThrown(string signature, string exception) => WriteEvent(9, signature, exception);

#if NET
    /// <inheritdoc/>
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command == EventCommand.Enable && _counters is null)
        {
            _counters =
            [
                new PollingCounter("live-callbacks", this, static () => Registries.CountLive()) { DisplayName = "Live managed callbacks" },
                new PollingCounter("faults", this, () => Interlocked.Read(ref _faults)) { DisplayName = "Faults of handlers" },
                new PollingCounter("calls-after-dispose", this, () => Interlocked.Read(ref _lateCalls)) { DisplayName = "Calls after Dispose" },
                new PollingCounter("calls-while-stopped", this, () => Interlocked.Read(ref _stoppedCalls)) { DisplayName = "Calls of stopped handlers" },
                new PollingCounter("thunks", this, () => Interlocked.Read(ref _thunks)) { DisplayName = "Thunks created" },
            ];
        }
    }
#endif

    [NonEvent]
    private static string NameOf(Type signature) => signature.FullName ?? signature.Name;

    /// <summary>The exception's own text; its type if that throws, because nothing may be thrown into native frames.</summary>
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
