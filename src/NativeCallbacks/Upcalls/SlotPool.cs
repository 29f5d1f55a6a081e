using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: owners that have an address of their own, which is made once and never freed: a late call finds a slot
/// without an owner, not freed memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SlotPool : UpcallRegistry
{
    /// <summary>How many later owners get another address before one is used again.</summary>
    private const int Quarantine = 1024;

    private readonly Dictionary<nint, OwnedSlot> _slots = [];
    private readonly Queue<OwnedSlot> _free = new();

    /// <summary>The few whose context was requested, which native code passes to a destroy function.</summary>
    private readonly Dictionary<nint, CallbackOwner> _byContext = [];
    private long _created;

    private protected SlotPool()
    {
    }

    private protected override int Live => _slots.Count - _free.Count;

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
        Free(_slots[owner.Address]);
    }

    private protected override CallbackOwner? Find(nint context)
    {
        using (Gate.Enter())
        {
            return _byContext.TryGetValue(context, out var owner) ? owner : null;
        }
    }

    /// <summary>A slot that has been out of use for long enough, or a new one.</summary>
    /// <param name="makeSlot">Makes a slot with a new address.</param>
    /// <param name="isNew">Whether it is new.</param>
    private protected OwnedSlot Take(Func<OwnedSlot> makeSlot, out bool isNew)
    {
        using (Gate.Enter())
        {
            // First in, first out: the head of the queue has waited longest.
            if (_free.Count > 0 && _created - _free.Peek().FreedAt >= Quarantine)
            {
                isNew = false;
                return _free.Dequeue();
            }
        }

        isNew = true;
        return makeSlot(); // This is slow, so it is done outside the lock.
    }

    /// <summary>Makes native calls of a slot reach an owner.</summary>
    private protected void Fill(OwnedSlot slot, CallbackOwner owner, Type signature, bool isNew)
    {
        int count;
        using (Gate.Enter())
        {
            if (isNew)
            {
                _slots.Add(slot.Address, slot); // The root that keeps the thunks for the life of the process.
            }

            _created++;
            slot.Owner = owner;
            count = _slots.Count;
        }

        if (isNew)
        {
            CallbackTrace.ThunkMade(signature, count);
        }

        CallbackTrace.Created(signature);
    }

    /// <summary>Returns a slot that was never given to an owner.</summary>
    private protected void GiveBack(OwnedSlot slot, bool isNew)
    {
        using (Gate.Enter())
        {
            if (isNew)
            {
                _slots.Add(slot.Address, slot);
            }

            Free(slot);
        }
    }

    private void Free(OwnedSlot slot)
    {
        slot.Owner = null;
        slot.FreedAt = _created;
        _free.Enqueue(slot);
    }
}
