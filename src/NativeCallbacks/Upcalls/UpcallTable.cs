using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature with a context argument. All share one address, and the context
/// identifies the handler.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallTable<TSignature> : ContextTable
    where TSignature : Delegate
{
    private readonly nint _function;

    /// <summary>Creates the table of one signature.</summary>
    /// <param name="function">The function that native code calls.</param>
    public UpcallTable(nint function)
    {
        _function = function;
    }

    /// <inheritdoc cref="UpcallPool{TSignature}.Expose"/>
    public ManagedCallback<TSignature> Expose(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        CallbackOwner.Check(handler, nameof(handler), policy);
        var callback = new ManagedCallback<TSignature>(handler, onFault, policy, this, _function, isShared: true);
        Add(callback);
        CallbackTrace.Created(typeof(TSignature));
        return callback;
    }

    /// <summary>The handler that <see cref="ContextTable.TryFind"/> found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#pragma warning disable CA1822, MA0041, S2325 // Generated code has the table at hand, and not the type.
    public TSignature Handler(object? active) => Unsafe.As<TSignature>(active!); // Nothing else is in the table.
#pragma warning restore CA1822, MA0041, S2325
}
