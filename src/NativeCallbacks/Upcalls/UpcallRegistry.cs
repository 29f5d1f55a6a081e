using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the owners of one signature or of one type of state, where native calls find them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpcallRegistry : IRegistry
{
    private protected UpcallRegistry()
    {
        Registries.Add(this);
    }

    /// <summary>Guards the owners and their places.</summary>
    internal ShortLock Gate { get; } = new();

    /// <summary>How many owners are not disposed. Changes under <see cref="Gate"/>.</summary>
    private protected abstract int Live { get; }

    /// <inheritdoc/>
    CallbackOwner? IRegistry.Find(nint context) => Find(context);

    /// <inheritdoc/>
    long IRegistry.CountLive()
    {
        using (Gate.Enter())
        {
            return Live;
        }
    }

    /// <summary>The context of an owner, which is issued now if it has none.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed meanwhile.</exception>
    internal abstract nint GiveContext(CallbackOwner owner);

    /// <summary>Removes an owner. The caller holds <see cref="Gate"/>.</summary>
    internal abstract void Unregister(CallbackOwner owner);

    /// <summary>The owner of a context; null if none has it.</summary>
    private protected abstract CallbackOwner? Find(nint context);
}
