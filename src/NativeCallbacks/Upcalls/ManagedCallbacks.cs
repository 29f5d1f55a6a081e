using System;

namespace NativeCallbacks;

/// <summary>All managed callbacks of the process.</summary>
public static class ManagedCallbacks
{
    /// <summary>
    /// Raised for every fault of every handler, whatever its <see cref="FaultPolicy"/>, before native code gets the fault result.
    /// Use it for logs. The sender is null.
    /// </summary>
    /// <remarks>
    /// <b>Threading.</b> Subscribers run on the thread of the fault, between native frames, possibly on several threads at
    /// once. An exception of a subscriber is only traced; so is a fault of another callback that a subscriber causes.
    /// <b>Lifetime.</b> The event holds its subscribers until they unsubscribe.
    /// </remarks>
    public static event EventHandler<CallbackFaultedEventArgs>? Faulted;

    internal static void Raise(Type signature, Exception exception)
    {
        if (Faulted is not { } subscribers)
        {
            return;
        }

        var arguments = new CallbackFaultedEventArgs(signature, exception);
        foreach (var subscriber in subscribers.GetInvocationList())
        {
            try
            {
                ((EventHandler<CallbackFaultedEventArgs>)subscriber)(null, arguments);
            }
            catch (Exception failure) // It must not reach native frames.
            {
                CallbackTrace.Log.OnFaultFailed(signature, failure);
            }
        }
    }
}

/// <summary>A fault of a handler: what <see cref="ManagedCallbacks.Faulted"/> reports.</summary>
/// <param name="signature">The signature of the callback.</param>
/// <param name="exception">What the handler threw, or what was wrong with the arguments that native code passed it.</param>
public sealed class CallbackFaultedEventArgs(Type signature, Exception exception) : EventArgs
{
    /// <summary>The delegate type of the callback.</summary>
    public Type Signature { get; } = signature;

    /// <summary>What the handler threw, or what was wrong with the arguments that native code passed it.</summary>
    public Exception Exception { get; } = exception;
}
