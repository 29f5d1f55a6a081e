using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the managed callbacks of one signature, where native calls find them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpcallRegistry<TSignature> : IRegistry
    where TSignature : Delegate
{
    private protected UpcallRegistry()
    {
        Registries.Add(this);
    }

    /// <summary>Guards the callbacks of the signature and their places.</summary>
    internal ShortLock Gate { get; } = new();

    /// <summary>How many callbacks are not disposed. Changes under <see cref="Gate"/>.</summary>
    private protected abstract int Live { get; }

    /// <summary>Exposes a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public ManagedCallback<TSignature> Expose(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        if (handler is null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        if (policy is < FaultPolicy.Stop or > FaultPolicy.ReportOnly)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Use a member of FaultPolicy.");
        }

        var callback = Register(handler, onFault, policy);

        // Asked here, since shared generic code has to look its type argument up.
        if (NativeCallbacksEventSource.Log.IsEnabled())
        {
            NativeCallbacksEventSource.Log.Created(typeof(TSignature));
        }

        return callback;
    }

    /// <inheritdoc/>
    bool IRegistry.Holds(nint context) => Holds(context);

    /// <inheritdoc/>
    long IRegistry.CountLive()
    {
        using (Gate.Enter())
        {
            return Live;
        }
    }

    /// <summary>Removes a callback. The caller holds <see cref="Gate"/>.</summary>
    internal abstract void Unregister(ManagedCallback<TSignature> callback, nint address);

    /// <summary>Whether a callback has the context.</summary>
    private protected virtual bool Holds(nint context) => false;

    private protected abstract ManagedCallback<TSignature> Register(TSignature handler, Action<Exception>? onFault, FaultPolicy policy);
}
