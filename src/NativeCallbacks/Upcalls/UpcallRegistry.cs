using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: where the managed callbacks of one signature live, and where native calls find them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpcallRegistry<TSignature>
    where TSignature : Delegate
{
    private protected UpcallRegistry()
    {
        NativeCallbacksEventSource.Log.Count(CountLive);
    }

    /// <summary>Guards the callbacks of the signature and where they live.</summary>
    internal ShortLock Gate { get; } = new();

    /// <summary>How many callbacks are not disposed. Changes under <see cref="Gate"/>.</summary>
    private protected abstract int Live { get; }

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

        // Asked here, since shared generic code has to look its type argument up.
        if (NativeCallbacksEventSource.Log.IsEnabled())
        {
            NativeCallbacksEventSource.Log.Created(typeof(TSignature));
        }

        return callback;
    }

    /// <summary>Lets a callback go. The caller holds <see cref="Gate"/>.</summary>
    internal abstract void Leave(ManagedCallback<TSignature> callback, nint address);

    private protected abstract ManagedCallback<TSignature> Enter(TSignature handler, Action<Exception>? onFault);

    private long CountLive()
    {
        using (Gate.Enter())
        {
            return Live;
        }
    }
}
