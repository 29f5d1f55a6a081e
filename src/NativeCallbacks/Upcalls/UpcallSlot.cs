using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: one address of an <see cref="UpcallPool{TSignature}"/>. The derived class has the delegate of native
/// types whose thunk the address is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpcallSlot<TSignature> : OwnedSlot
    where TSignature : Delegate
{
    private Delegate? _entry;

    /// <summary>Finds the current handler of the slot. If there is none, call <see cref="RecordMissedCall"/>.</summary>
    /// <param name="callback">The handler's owner.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Whether there is a handler, and it is not stopped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(out CallbackOwner? callback, out TSignature? handler)
    {
        if (Owner is { } found && found.Active is { } active)
        {
            callback = found;
            handler = Unsafe.As<TSignature>(active); // Of nothing else is it a slot.
            return true;
        }

        callback = null;
        handler = null;
        return false;
    }

    /// <summary>Records a call that ran no handler.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordMissedCall() => RecordMissedCall(typeof(TSignature));

    /// <summary>Makes the thunk. The slot keeps the delegate, and the pool the slot.</summary>
    /// <exception cref="NotSupportedException">The function would return a generic struct, which Mono does not support; it would crash the process.</exception>
    protected void Open<TEntry>(TEntry entry)
        where TEntry : Delegate
    {
#if !NET
        if (entry?.Method.ReturnType is { IsGenericType: true } result && Type.GetType("Mono.Runtime") is not null)
        {
            throw new NotSupportedException(
                $"{CSharpTypeName.Of(typeof(TSignature))} returns {CSharpTypeName.Of(result)}, a generic struct, which Mono does not support for functions that native code calls. Declare a struct with the same fields.");
        }
#endif
        _entry = entry;
        Address = Marshal.GetFunctionPointerForDelegate(entry);
    }
}
