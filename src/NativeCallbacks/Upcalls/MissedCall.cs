using System;

namespace NativeCallbacks;

/// <summary>Native calls that found no handler to run, all for one reason.</summary>
internal sealed class MissedCall(Type signature, nint context, HandlerNotCalledReason reason, FaultRecord? earlier)
{
    /// <summary>The signature that native code called.</summary>
    public Type Signature => signature;

    /// <summary>The fault that stopped the handler; null for the other reasons.</summary>
    public FaultRecord? Earlier => earlier;

    /// <summary>Whether one more call is the same but for its time.</summary>
    public bool IsRepeatedBy(Type anotherSignature, nint anotherContext, HandlerNotCalledReason anotherReason, FaultRecord? anotherEarlier) =>
        context == anotherContext && reason == anotherReason && ReferenceEquals(earlier, anotherEarlier) && signature == anotherSignature;

    public Exception ToException() => new HandlerNotCalledException(signature, reason, context, earlier?.Exception);
}
