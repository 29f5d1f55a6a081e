namespace NativeCallbacks;

/// <summary>Why a native call ran no handler.</summary>
public enum HandlerNotCalledReason
{
    /// <summary>The managed callback is disposed.</summary>
    Disposed,

    /// <summary>The context argument that native code passed does not belong to a managed callback of this signature.</summary>
    UnknownContext,

    /// <summary>An earlier fault has stopped the handler, and that fault had not been thrown yet.</summary>
    Stopped,
}
