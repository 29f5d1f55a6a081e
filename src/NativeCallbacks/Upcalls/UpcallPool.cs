using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature without a context argument. Each has an address of its own, a
/// thunk that is made once and never freed: a late call finds a slot without a callback, not freed memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallPool<TSignature> : UpcallRegistry
    where TSignature : Delegate
{
    /// <summary>How many later callbacks get another address before one is used again.</summary>
    private const int Quarantine = 1024;

    private readonly Func<UpcallSlot<TSignature>> _makeSlot;
    private readonly Dictionary<nint, UpcallSlot<TSignature>> _slots = [];
    private readonly Queue<UpcallSlot<TSignature>> _free = new();

    /// <summary>The few that were asked for a context, which native code passes to a destroy function.</summary>
    private readonly Dictionary<nint, CallbackOwner> _byContext = [];
    private long _created;

    /// <summary>Creates the pool of one signature.</summary>
    /// <param name="makeSlot">Makes a slot with a new address.</param>
    public UpcallPool(Func<UpcallSlot<TSignature>> makeSlot)
    {
        _makeSlot = makeSlot;
    }

    private protected override int Live => _slots.Count - _free.Count;

    /// <summary>Exposes a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public ManagedCallback<TSignature> Expose(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        CallbackOwner.Check(handler, nameof(handler), policy);
        var slot = TakeFreeSlot();
        var isNew = slot is null;
        slot ??= _makeSlot(); // Takes long, so outside the lock.
        var callback = new ManagedCallback<TSignature>(handler, onFault, policy, this, slot.Address, isShared: false);
        int count;
        using (Gate.Enter())
        {
            if (isNew)
            {
                _slots.Add(slot.Address, slot); // The root that keeps the thunk for the life of the process.
            }

            _created++;
            slot.Callback = callback;
            count = _slots.Count;
        }

        if (isNew)
        {
            NativeCallbacksEventSource.Log.ThunkMade(typeof(TSignature), count);
        }

        TraceCreated(typeof(TSignature));
        return callback;
    }

    internal override nint GiveContext(CallbackOwner owner)
    {
        using (Gate.Enter())
        {
            if (owner.Context == 0)
            {
                owner.Context = Contexts.Next();
                if (!owner.IsDisposed)
                {
                    _byContext.Add(owner.Context, owner);
                }
            }

            return owner.Context;
        }
    }

    internal override void Unregister(CallbackOwner owner)
    {
        _byContext.Remove(owner.Context);
        var slot = _slots[owner.Address];
        slot.Callback = null;
        slot.FreedAt = _created;
        _free.Enqueue(slot);
    }

    private protected override CallbackOwner? Find(nint context)
    {
        using (Gate.Enter())
        {
            return _byContext.TryGetValue(context, out var owner) ? owner : null;
        }
    }

    /// <summary>A slot that has been out of use for long enough; null if there is none.</summary>
    private UpcallSlot<TSignature>? TakeFreeSlot()
    {
        using (Gate.Enter())
        {
            // First in, first out: the head of the queue has waited longest.
            return _free.Count > 0 && _created - _free.Peek().FreedAt >= Quarantine ? _free.Dequeue() : null;
        }
    }
}
