using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: one native table of a <see cref="TablePool{TInterface}"/>. The derived class has the delegates of native types
/// whose thunks are its functions.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TableSlots<TInterface> : OwnedSlot
    where TInterface : class
{
    private readonly List<Delegate> _entries = [];

    /// <summary>Creates a table of zeros, which is never freed.</summary>
    /// <param name="size">Its size in bytes.</param>
    protected TableSlots(int size)
    {
        Address = OwnedMemory.AllocateTable(size);
    }

    /// <summary>The table.</summary>
    public nint Table => Address;

    /// <summary>Finds the current object of the table. If there is none, call <see cref="RecordMissedCall"/>.</summary>
    /// <param name="owner">The object's owner.</param>
    /// <param name="implementation">The object.</param>
    /// <returns>Whether there is an object, and it is not stopped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(out CallbackOwner? owner, out TInterface? implementation)
    {
        if (Owner is { } found && found.Active is { } active)
        {
            owner = found;
            implementation = Unsafe.As<TInterface>(active); // Nothing else has this table.
            return true;
        }

        owner = null;
        implementation = null;
        return false;
    }

    /// <summary>Records a call that reached no object.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordMissedCall() => RecordMissedCall(typeof(TInterface));

    /// <summary>Writes the data of the table, before native code gets it.</summary>
    /// <param name="implementation">The object.</param>
    protected internal abstract void WriteData(TInterface implementation);

    /// <summary>Makes the thunk of a function. The table keeps the delegate.</summary>
    protected nint Open<TEntry>(TEntry entry)
        where TEntry : Delegate
    {
        _entries.Add(entry);
        return Marshal.GetFunctionPointerForDelegate(entry);
    }
}
