using System;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// A C# object that native code calls through a table of functions: its native address, and the exceptions of its methods. Created by the
/// generated <c>implementation.ToNativeTable()</c> or, for an interface of <see cref="TableKind.Object"/>, <c>ToNativeObject()</c>.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The object is held until <see cref="CallbackOwner.Dispose"/>, or until native code calls
/// <see cref="CallbackOwner.DestroyNotify"/>. The memory behind the address is never freed, so a call after that gets the fault
/// result and does no harm; the <c>Invoke</c> during which it happens throws a <see cref="HandlerNotCalledException"/>. The two
/// words of a native object are never used for another C# object. A table is reused for another object of its interface after 1,024
/// later ones.
/// </para>
/// <para>
/// <b>Faults.</b> They are handled like those of a <see cref="ManagedCallback{TSignature}"/>: native code gets the fault result of the function
/// (<see cref="FaultResultAttribute"/>), the generated call that waits for native code throws the exception, and until then no method
/// of the object runs (<see cref="FaultPolicy.Stop"/>).
/// </para>
/// <para>
/// <b>Threading.</b> Native code may call from any thread, also from several at once; the object must allow it.
/// </para>
/// </remarks>
/// <typeparam name="TInterface">The interface, which has <see cref="NativeTableAttribute"/>.</typeparam>
public sealed class ManagedTable<TInterface> : CallbackOwner
    where TInterface : class
{
    internal ManagedTable(TInterface implementation, Action<Exception>? onFault, FaultPolicy policy, UpcallRegistry registry, nint address)
        : base(implementation, onFault, policy, registry, address)
    {
    }

    /// <summary>The native table or the native object.</summary>
    /// <exception cref="ObjectDisposedException">The owner is disposed.</exception>
    public new nint Address
    {
        get
        {
            ThrowIfDisposed();
            return base.Address;
        }
    }

    /// <inheritdoc/>
    private protected override string DisplayName => $"ManagedTable<{CSharpTypeName.Of(typeof(TInterface))}>";
}
