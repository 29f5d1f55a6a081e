using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature without a context argument. Each has an address of its own, the thunk
/// of a delegate.
/// </summary>
/// <remarks>The docs of a generated <c>ToManagedCallback</c> are those of <see cref="Expose"/>.</remarks>
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

    /// <summary>Exposes the handler as a function that native code can call, until the result is disposed.</summary>
    /// <param name="handler">The handler. An exception that it throws never reaches native code: the <c>Invoke</c> that waits for native code throws it.</param>
    /// <param name="onFault">
    /// Called for each fault, on its thread and before native code gets the fault result; for example, to call the native
    /// library's own stop function. What it throws is traced only.
    /// </param>
    /// <param name="policy">What a fault does beyond its own call: the handler is stopped until an <c>Invoke</c> has thrown the fault, by default.</param>
    /// <returns>The owner of the native function. Dispose it once native code no longer uses the function.</returns>
    /// <remarks>
    /// <para><b>Lifetime.</b> Spans, tensors and references that the handler gets refer to native memory, and are valid until the handler returns.</para>
    /// <para><b>Threading.</b> Native code can call the handler on any thread, and on several at once; the handler must allow it.</para>
    /// </remarks>
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
