using System;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// A C# handler that native code can call: its address, its context, and the exceptions that it threw. Created by the generated
/// <c>handler.ToManagedCallback()</c>.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The handler stays callable until <see cref="CallbackOwner.Dispose"/>, or until native code calls
/// <see cref="CallbackOwner.DestroyNotify"/>. The memory behind the address is never freed, so a call after that gets the fault
/// result and does no harm; the <c>Invoke</c> during which it happens throws a <see cref="HandlerNotCalledException"/>. With a
/// <see cref="UserDataAttribute"/> context such a call is always recognised. An address without a context is reused for another
/// handler after 1,024 later ones of its signature.
/// </para>
/// <para>
/// <b>Faults.</b> An exception never crosses native frames. Native code gets the fault result
/// (<see cref="FaultResultAttribute"/>), and the generated <c>Invoke</c> that is waiting for native code on the same thread
/// throws the exception when native code returns, however native code got the callback. If native code called on a thread of its
/// own, an <c>Invoke</c> that was given this callback throws it. Until then further calls get the fault result without running the
/// handler
/// (<see cref="FaultPolicy.Stop"/>); <see cref="FaultPolicy"/> lists the alternatives.
/// </para>
/// <para>
/// <b>Threading.</b> Native code may call from any thread, from several at once, and from threads that .NET has never seen;
/// the handler must allow it. All members may be used from any thread, the handler itself included.
/// </para>
/// </remarks>
/// <typeparam name="TSignature">The signature.</typeparam>
public sealed class ManagedCallback<TSignature> : CallbackOwner
    where TSignature : Delegate
{
    private readonly nint _function;

    /// <summary>Creates the owner of a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <param name="registry">Where native calls find the handler.</param>
    /// <param name="function">The function that native code calls.</param>
    /// <param name="isShared">Whether other handlers have the same function, so that the context distinguishes them.</param>
    internal ManagedCallback(
        TSignature handler, Action<Exception>? onFault, FaultPolicy policy, UpcallRegistry registry, nint function, bool isShared)
        : base(handler, onFault, policy, registry, isShared ? 0 : function)
    {
        _function = function;
    }

    /// <summary>The native function that calls the handler.</summary>
    /// <exception cref="ObjectDisposedException">The callback is disposed.</exception>
    public NativeCallback<TSignature> Callback
    {
        get
        {
            ThrowIfDisposed();
            return new NativeCallback<TSignature>(_function);
        }
    }

    /// <inheritdoc/>
    private protected override string DisplayName => $"ManagedCallback<{CSharpTypeName.Of(typeof(TSignature))}>";
}
