namespace NativeCallbacks;

/// <summary>Why a native call ran no handler.</summary>
public enum HandlerNotCalledReason
{
    /// <summary>The managed callback is disposed.</summary>
    Disposed,

    /// <summary>The context argument that native code passed belongs to no managed callback of this signature.</summary>
    UnknownContext,

    /// <summary>An earlier fault has stopped the handler, and nobody had thrown that fault yet.</summary>
    Stopped,
}
