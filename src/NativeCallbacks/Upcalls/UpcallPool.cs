using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature without a context argument. Each has an address of its own, the thunk
/// of a delegate.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallPool<TSignature> : SlotPool
    where TSignature : Delegate
{
    private readonly Func<UpcallSlot<TSignature>> _makeSlot;

    /// <summary>Creates the pool of one signature.</summary>
    /// <param name="makeSlot">Makes a slot with a new address.</param>
    public UpcallPool(Func<UpcallSlot<TSignature>> makeSlot)
    {
        _makeSlot = makeSlot;
    }

    /// <summary>Exposes a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public ManagedCallback<TSignature> Expose(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        CallbackOwner.Check(handler, nameof(handler), policy);
        var slot = Take(_makeSlot, out var isNew);
        var callback = new ManagedCallback<TSignature>(handler, onFault, policy, this, slot.Address, isShared: false);
        Fill(slot, callback, typeof(TSignature), isNew);
        return callback;
    }
}
