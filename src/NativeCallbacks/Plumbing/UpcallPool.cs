using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace NativeCallbacks.Plumbing;

/// <summary>
/// For generated code: the managed callbacks of a signature without a context argument. Each has an address of its own, a
/// thunk that is made once and never freed: a late call finds a slot without a callback, not freed memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallPool<TSignature> : UpcallHome<TSignature>
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

    private protected override ManagedCallback<TSignature> Enter(TSignature handler, Action<Exception>? onFault)
    {
        lock (_slots)
        {
            // First in, first out: the head of the queue has waited longest.
            var slot = _free.Count > 0 && _created - _free.Peek().FreedAt >= Quarantine ? _free.Dequeue() : Grow();
            _created++;
            var callback = new ManagedCallback<TSignature>(handler, onFault, this, slot.Address, userData: 0);
            slot.Callback = callback;
            return callback;
        }
    }

    private protected override void Free(ManagedCallback<TSignature> callback, nint address)
    {
        lock (_slots)
        {
            var slot = _slots[address];
            slot.Callback = null;
            slot.FreedAt = _created;
            _free.Enqueue(slot);
        }
    }

    private UpcallSlot<TSignature> Grow()
    {
        var slot = _makeSlot();
        _slots.Add(slot.Address, slot); // The root that keeps the thunk for the life of the process.
        NativeCallbacksEventSource.Log.ThunkMade(typeof(TSignature), _slots.Count);
        return slot;
    }
}
