using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: what the delegate of a <c>ToDelegate</c> is a method of. The derived class has that method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DelegateTarget<TSignature>
    where TSignature : Delegate
{
    private NativeCallback<TSignature> _callback;

    /// <summary>The native function.</summary>
    /// <exception cref="InvalidOperationException">It is set to <see langword="default"/>.</exception>
    public NativeCallback<TSignature> Callback
    {
        get => _callback;
        set => _callback = value.IsNull ? throw CallRefusal.NullCallback(value)! : value;
    }
}
