using System;
using System.Threading;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// A C# handler that native code can call: its address, its context, and the exceptions that it threw. Made by the generated
/// <c>handler.ToManagedCallback()</c>.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The handler stays callable until <see cref="Dispose"/>; nothing needs to be kept alive by hand, and there
/// is no finalizer: one that is never disposed lives as long as the process. The memory behind the address is never freed, so
/// a call after <see cref="Dispose"/> gets the fault result and harms nothing; the <c>Invoke</c> during which it happens
/// throws a <see cref="HandlerNotCalledException"/>. With a <see cref="UserDataAttribute"/> context such a call is always
/// recognised: contexts are unique in the process until 2⁶⁴ of them have been issued (2³² on 32-bit platforms, some 2³¹
/// callbacks). An address without a context serves another handler after 1,024 later ones of its signature.
/// </para>
/// <para>
/// <b>Faults.</b> An exception never crosses native frames. Native code gets the fault result
/// (<see cref="FaultResultAttribute"/>), and the generated <c>Invoke</c> that is waiting for native code on the same thread
/// throws the exception when native code returns, however the callback reached it; of a thread that native code has started,
/// an <c>Invoke</c> that was given this callback. Until then further calls get the fault result without running the handler
/// (<see cref="FaultPolicy.Stop"/>); <see cref="FaultPolicy"/> has the alternatives.
/// </para>
/// <para>
/// <b>Threading.</b> Native code may call from any thread, also from several at once and from ones that .NET has never seen;
/// the handler must allow it. All members may be used from any thread, the handler itself included.
/// </para>
/// </remarks>
/// <typeparam name="TSignature">The signature.</typeparam>
public sealed class ManagedCallback<TSignature> : IDisposable, IFaultOwner
    where TSignature : Delegate
{
    private readonly UpcallRegistry<TSignature> _registry;
    private readonly Action<Exception>? _onFault;
    private readonly nint _address;
    private readonly FaultPolicy _policy;
    private TSignature? _handler;
    private TSignature? _active;
    private FaultState? _faults;

    internal ManagedCallback(
        TSignature handler, Action<Exception>? onFault, FaultPolicy policy, UpcallRegistry<TSignature> registry, nint address, nint userData)
    {
        _handler = handler;
        _active = handler;
        _onFault = onFault;
        _policy = policy;
        _registry = registry;
        _address = address;
        Context = userData;
    }

    /// <summary>The native function that calls the handler.</summary>
    /// <exception cref="ObjectDisposedException">The callback is disposed.</exception>
    public NativeCallback<TSignature> Callback
    {
        get
        {
            ThrowIfDisposed();
            return new NativeCallback<TSignature>(_address);
        }
    }

    /// <summary>
    /// What native code must pass as the argument marked <see cref="UserDataAttribute"/>, pointer-sized; zero if the signature
    /// has none, and on netstandard2.0, where every handler has an address of its own.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The callback is disposed.</exception>
    public nint UserData
    {
        get
        {
            ThrowIfDisposed();
            return Context;
        }
    }

    /// <summary>
    /// The latest exception of the handler, or of the arguments that native code passed it, whether or not an <c>Invoke</c>
    /// has thrown it; null if there was none since <see cref="Reset"/>. Stays readable after <see cref="Dispose"/>.
    /// </summary>
    public Exception? Fault => Volatile.Read(ref _faults) is { } faults ? FaultLog.Observe(faults) : null;

    /// <inheritdoc/>
    Type IFaultOwner.Signature => typeof(TSignature);

    /// <inheritdoc/>
    nint IFaultOwner.Key => Context != 0 ? Context : _address;

    /// <inheritdoc/>
    FaultPolicy IFaultOwner.Policy => _policy;

    /// <summary>The handler while native calls run it; null while it is stopped, and once it is disposed.</summary>
    internal TSignature? ActiveHandler => _active;

    /// <summary>The context, disposed or not.</summary>
    internal nint Context { get; }

    /// <summary>
    /// Throws the first exception of the handler that nobody has thrown yet, with the stack of its first throw, and lets a
    /// stopped handler run again. Does nothing if there is none.
    /// </summary>
    /// <remarks>For native code that calls while no <c>Invoke</c> waits for it, such as a thread or a loop of a library.</remarks>
    /// <exception cref="Exception">The fault, whatever it is. Also after <see cref="Dispose"/>.</exception>
    public void ThrowIfFaulted()
    {
        if (Volatile.Read(ref _faults) is { } faults)
        {
            FaultLog.ThrowUndelivered(faults);
        }
    }

    /// <summary>Forgets all faults, also for an <c>Invoke</c> in flight, and lets a stopped handler run again.</summary>
    /// <exception cref="ObjectDisposedException">The callback is disposed.</exception>
    public void Reset()
    {
        ThrowIfDisposed();
        if (Volatile.Read(ref _faults) is { } faults)
        {
            FaultLog.Forget(faults);
        }
    }

    /// <summary>
    /// Ends the calls of the handler. One that is running goes on to its end; later ones get the fault result. A fault that
    /// nobody has seen is traced; an <c>Invoke</c> in flight throws it nevertheless. Disposing again does nothing.
    /// </summary>
    public void Dispose()
    {
        using (_registry.Gate.Enter())
        {
            if (_handler is null)
            {
                return;
            }

            _handler = null;
            Volatile.Write(ref _active, null);
            _registry.Unregister(this, _address);
        }

        if (Volatile.Read(ref _faults) is { } faults && FaultLog.Retire(faults) is { } unseen)
        {
            NativeCallbacksEventSource.Log.UnobservedFault(typeof(TSignature), unseen);
        }
    }

    /// <summary>Keeps an exception, instead of letting it into native frames.</summary>
    internal void Fail(Exception exception)
    {
        FaultLog.Record(this, ref _faults, exception, _onFault);
        if (Volatile.Read(ref _handler) is null)
        {
            FaultLog.Retire(_faults!); // Disposed while the handler ran.
        }
    }

    /// <summary>Records a call that came while the handler was stopped, or had been disposed a moment before.</summary>
    internal void RecordMissedCall()
    {
        var isDisposed = Volatile.Read(ref _handler) is null;
        FaultLog.RecordMissed(
            typeof(TSignature),
            ((IFaultOwner)this).Key,
            Context,
            isDisposed ? HandlerNotCalledReason.Disposed : HandlerNotCalledReason.Stopped,
            isDisposed ? null : Volatile.Read(ref _faults));
    }

    /// <inheritdoc/>
    void IFaultOwner.SetRunning(bool isRunning)
    {
        using (_registry.Gate.Enter())
        {
            Volatile.Write(ref _active, isRunning ? _handler : null);
        }
    }

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _handler) is null)
        {
            throw new ObjectDisposedException(
                $"ManagedCallback<{CSharpTypeName.Of(typeof(TSignature))}>",
                "The managed callback is disposed: its address no longer calls a handler. Dispose it only when native code no longer uses it.");
        }
    }
}
