namespace NativeCallbacks;

/// <summary>What an exception of a handler does beyond its own call, which returns the fault result to native code.</summary>
public enum FaultPolicy
{
    /// <summary>
    /// The default. An <c>Invoke</c> throws the exception, and until it has been thrown, further native calls get the fault
    /// result without running the handler, so that a native algorithm ends quickly.
    /// </summary>
    Stop,

    /// <summary>An <c>Invoke</c> throws the exception, and the handler runs on every further call.</summary>
    KeepCalling,

    /// <summary>
    /// The exception is reported to <c>onFault</c> and <see cref="ManagedCallbacks.Faulted"/>, never thrown by an
    /// <c>Invoke</c>, and the handler runs on every further call: for loggers, progress and destroy callbacks.
    /// </summary>
    ReportOnly,
}
