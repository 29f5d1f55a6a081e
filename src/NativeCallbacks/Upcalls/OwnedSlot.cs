using System;
using System.ComponentModel;
using System.Threading;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: what native code calls at an address that is used for one owner after another.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OwnedSlot
{
    private CallbackOwner? _owner;

    private protected OwnedSlot()
    {
    }

    /// <summary>The address that native code gets: of a function or of a table.</summary>
    internal nint Address { get; private protected set; }

    /// <summary>How many owners the pool had when this slot was freed.</summary>
    internal long FreedAt { get; set; }

    /// <summary>The current owner of the slot; null for none.</summary>
    internal CallbackOwner? Owner
    {
        get => Volatile.Read(ref _owner);
        set => Volatile.Write(ref _owner, value);
    }

    /// <summary>Records a call that ran no handler.</summary>
    /// <param name="signature">What native code called.</param>
    private protected void RecordMissedCall(Type signature)
    {
        if (Owner is { } owner)
        {
            owner.RecordMissedCall(signature);
        }
        else
        {
            FaultLog.RecordMissed(signature, Address, context: 0, HandlerNotCalledReason.Disposed, null);
        }
    }
}
