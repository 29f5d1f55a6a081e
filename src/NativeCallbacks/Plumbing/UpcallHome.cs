using System;
using System.ComponentModel;

namespace NativeCallbacks.Plumbing;

/// <summary>For generated code: where the managed callbacks of one signature live, and where native calls find them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpcallHome<TSignature>
    where TSignature : Delegate
{
    private protected UpcallHome()
    {
    }

    /// <summary>Exposes a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="onFault">What is run when it first throws.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public ManagedCallback<TSignature> Expose(TSignature handler, Action<Exception>? onFault)
    {
        if (handler is null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        var callback = Enter(handler, onFault);
        NativeCallbacksEventSource.Log.Created(typeof(TSignature));
        return callback;
    }

    internal void Leave(ManagedCallback<TSignature> callback, nint address)
    {
        Free(callback, address);
        NativeCallbacksEventSource.Log.Disposed();
    }

    private protected abstract ManagedCallback<TSignature> Enter(TSignature handler, Action<Exception>? onFault);

    private protected abstract void Free(ManagedCallback<TSignature> callback, nint address);
}
