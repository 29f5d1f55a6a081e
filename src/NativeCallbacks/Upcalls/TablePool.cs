using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the C# objects that implement a table of functions. Each has a native table of its own, whose functions are
/// thunks that are made once and never freed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TablePool<TInterface> : SlotPool
    where TInterface : class
{
    private readonly Func<TableSlots<TInterface>> _makeSlots;

    /// <summary>Creates the pool of one interface.</summary>
    /// <param name="makeSlots">Makes a table with new functions.</param>
    public TablePool(Func<TableSlots<TInterface>> makeSlots)
    {
        _makeSlots = makeSlots;
    }

    /// <summary>Exposes an object.</summary>
    /// <param name="implementation">The object.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="implementation"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public ManagedTable<TInterface> Expose(TInterface implementation, Action<Exception>? onFault, FaultPolicy policy)
    {
        CallbackOwner.Check(implementation, nameof(implementation), policy);
        var slots = (TableSlots<TInterface>)Take(_makeSlots, out var isNew);
        try
        {
            slots.WriteData(implementation);
        }
        catch
        {
            GiveBack(slots, isNew);
            throw;
        }

        var owner = new ManagedTable<TInterface>(implementation, onFault, policy, this, slots.Address);
        Fill(slots, owner, typeof(TInterface), isNew);
        return owner;
    }
}
