using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature without a context argument. Each has an address of its own, a
/// thunk that is made once and never freed: a late call finds a slot without a callback, not freed memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallPool<TSignature> : UpcallRegistry<TSignature>
    where TSignature : Delegate
{
    /// <summary>How many later callbacks get another address before one is used again.</summary>
    private const int Quarantine = 1024;

    private readonly Func<UpcallSlot<TSignature>> _makeSlot;
    private readonly Dictionary<nint, UpcallSlot<TSignature>> _slots = [];
    private readonly Queue<UpcallSlot<TSignature>> _free = new();
    private long _created;

    /// <summary>Creates the pool of one signature.</summary>
    /// <param name="makeSlot">Makes a slot with a new address.</param>
    public UpcallPool(Func<UpcallSlot<TSignature>> makeSlot)
    {
        _makeSlot = makeSlot;
    }

    private protected override int Live => _slots.Count - _free.Count;

    internal override void Unregister(ManagedCallback<TSignature> callback, nint address)
    {
        var slot = _slots[address];
        slot.Callback = null;
        slot.FreedAt = _created;
        _free.Enqueue(slot);
    }

    private protected override ManagedCallback<TSignature> Register(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        using (Gate.Enter())
        {
            // First in, first out: the head of the queue has waited longest.
            if (_free.Count > 0 && _created - _free.Peek().FreedAt >= Quarantine)
            {
                return Fill(_free.Dequeue(), handler, onFault, policy);
            }
        }

        return FillNewSlot(handler, onFault, policy);
    }

    private ManagedCallback<TSignature> FillNewSlot(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        var slot = _makeSlot(); // Takes long, so outside the lock.
        int count;
        ManagedCallback<TSignature> callback;
        using (Gate.Enter())
        {
            _slots.Add(slot.Address, slot); // The root that keeps the thunk for the life of the process.
            count = _slots.Count;
            callback = Fill(slot, handler, onFault, policy);
        }

        NativeCallbacksEventSource.Log.ThunkMade(typeof(TSignature), count);
        return callback;
    }

    private ManagedCallback<TSignature> Fill(UpcallSlot<TSignature> slot, TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        _created++;
        var callback = new ManagedCallback<TSignature>(handler, onFault, policy, this, slot.Address, userData: 0);
        slot.Callback = callback;
        return callback;
    }
}
