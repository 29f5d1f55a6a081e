using System;
using System.Threading;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// What native code can reach by a context until it is disposed: a handler (<see cref="ManagedCallback{TSignature}"/>), or an
/// object that several handlers share (<see cref="CallbackState{T}"/>).
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> It lives until <see cref="Dispose"/>. Nothing needs to be kept alive by hand, and there is no finalizer: an
/// owner that is never disposed lives as long as the process. Native code can dispose it: see <see cref="DestroyNotify"/>. A native
/// call after that gets the fault result and does no harm; the <c>Invoke</c> during which it happens throws a
/// <see cref="HandlerNotCalledException"/>. Contexts are unique in the process until 2⁶⁴ of them have been issued (2³² on 32-bit
/// platforms, about 2³¹ owners), so a stale context is recognised.
/// </para>
/// <para><b>Threading.</b> All members may be used from any thread, and from inside a handler.</para>
/// </remarks>
public abstract class CallbackOwner : IDisposable, IFaultOwner
{
    private readonly UpcallRegistry _registry;
    private readonly Action<Exception>? _onFault;
    private readonly FaultPolicy _policy;
    private object? _target;
    private object? _active;
    private FaultState? _faults;

    private protected CallbackOwner(object target, Action<Exception>? onFault, FaultPolicy policy, UpcallRegistry registry, nint address)
    {
        _target = target;
        _active = target;
        _onFault = onFault;
        _policy = policy;
        _registry = registry;
        Address = address;
    }

    /// <summary>What native code must pass as the context argument (<c>void *user_data</c>): a pointer-sized number, never zero.</summary>
    /// <exception cref="ObjectDisposedException">The owner is disposed.</exception>
    public nint UserData
    {
        get
        {
            ThrowIfDisposed();
            return _registry.GiveContext(this);
        }
    }

    /// <summary>
    /// A native function, <c>void (*)(void *)</c>, that disposes this owner when native code calls it with <see cref="UserData"/>:
    /// for libraries that take a destroy function with a callback, such as SQLite's <c>xDestroy</c> and GLib's <c>GDestroyNotify</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Pass it together with <see cref="UserData"/>, and native code owns the callback: do not dispose it yourself, unless the
    /// registration failed in a library that does not call the function in that case. It is one function for all owners; the
    /// context identifies the owner.
    /// </para>
    /// <para>
    /// Native code may call it on any thread, from inside the handler (which completes), after <see cref="Dispose"/>, twice,
    /// or with NULL: all of that is harmless. A context that was never issued is reported as a handler that was not called.
    /// </para>
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The owner is disposed.</exception>
    public NativeCallback<DestroyNotify> DestroyNotify
    {
        get
        {
            ThrowIfDisposed();
            _registry.GiveContext(this);
            return DestroyNotifier.Callback;
        }
    }

    /// <summary>
    /// The latest exception of a handler, or of the arguments that native code passed it, whether or not an <c>Invoke</c>
    /// has thrown it; null if there was none since <see cref="Reset"/>. It can be read even after <see cref="Dispose"/>.
    /// </summary>
    public Exception? Fault => Volatile.Read(ref _faults) is { } faults ? FaultLog.Observe(faults) : null;

    /// <inheritdoc/>
    nint IFaultOwner.Key => Address != 0 ? Address : Context;

    /// <inheritdoc/>
    FaultPolicy IFaultOwner.Policy => _policy;

    /// <summary>The function that native code calls, if only this owner has it; zero if the context identifies the owner.</summary>
    internal nint Address { get; }

    /// <summary>The context, disposed or not; zero if none is issued yet. Set under the lock of the registry.</summary>
    internal nint Context { get; set; }

    /// <summary>The handler or the object while native calls reach it; null while it is stopped, and once it is disposed.</summary>
    internal object? Active => _active;

    /// <summary>Whether the owner is disposed.</summary>
    internal bool IsDisposed => Volatile.Read(ref _target) is null;

    /// <summary>The handler or the object until the owner is disposed.</summary>
    private protected object? Target => Volatile.Read(ref _target);

    /// <summary>The name of the owner in messages: a type name.</summary>
    private protected abstract string DisplayName { get; }

    /// <summary>Rejects arguments of which no owner can be created.</summary>
    /// <param name="target">The handler or the object.</param>
    /// <param name="name">The parameter with which the user passed it.</param>
    /// <param name="policy">What a fault does.</param>
    internal static void Check(object? target, string name, FaultPolicy policy)
    {
        if (target is null)
        {
            throw new ArgumentNullException(name);
        }

        if (policy is < FaultPolicy.Stop or > FaultPolicy.ReportOnly)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), (int)policy, "Use a member of FaultPolicy."); // The number: enums print themselves by reflection.
        }
    }

    /// <summary>
    /// Throws the first exception that has not been thrown yet, with its original stack trace, and lets stopped handlers run again.
    /// Does nothing if there is none.
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

    /// <summary>Discards all faults, also for an <c>Invoke</c> in flight, and lets stopped handlers run again.</summary>
    /// <exception cref="ObjectDisposedException">The owner is disposed.</exception>
    public void Reset()
    {
        ThrowIfDisposed();
        if (Volatile.Read(ref _faults) is { } faults)
        {
            FaultLog.Forget(faults);
        }
    }

    /// <summary>
    /// Ends the calls of handlers. A call that is running completes; later ones get the fault result. A fault that was not observed
    /// is traced; an <c>Invoke</c> in flight throws it nevertheless. Disposing again does nothing.
    /// </summary>
#pragma warning disable CA1816 // No other assembly can derive from this class, and there is no finalizer.
    public void Dispose()
#pragma warning restore CA1816
    {
        using (_registry.Gate.Enter())
        {
            if (_target is null)
            {
                return;
            }

            _target = null;
            Volatile.Write(ref _active, null);
            _registry.Unregister(this);
        }

        if (Volatile.Read(ref _faults) is { } faults && FaultLog.Retire(faults) is { } unseen)
        {
            CallbackTrace.Log.UnobservedFault(unseen.Signature, unseen.Exception);
        }
    }

    /// <summary>Records an exception, which must not reach native frames.</summary>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="exception">The exception.</param>
    internal void Fail(Type signature, Exception exception)
    {
        FaultLog.Record(this, ref _faults, signature, exception, _onFault, Target as Delegate);
        if (IsDisposed)
        {
            FaultLog.Retire(_faults!); // Disposed while the handler ran.
        }
    }

    /// <summary>Records a call that came while the handler was stopped, or had been disposed a moment before.</summary>
    /// <param name="signature">The signature that native code called.</param>
    internal void RecordMissedCall(Type signature)
    {
        var isDisposed = IsDisposed;
        FaultLog.RecordMissed(
            signature,
            ((IFaultOwner)this).Key,
            Address != 0 ? 0 : Context,
            isDisposed ? HandlerNotCalledReason.Disposed : HandlerNotCalledReason.Stopped,
            isDisposed ? null : Volatile.Read(ref _faults));
    }

    /// <inheritdoc/>
    void IFaultOwner.SetRunning(bool isRunning)
    {
        using (_registry.Gate.Enter())
        {
            Volatile.Write(ref _active, isRunning ? _target : null);
        }
    }

    private protected void ThrowIfDisposed()
    {
        if (IsDisposed)
        {
            throw new ObjectDisposedException(
                DisplayName, "It is disposed, so native code can no longer call a handler through it. Dispose it only when native code no longer uses it.");
        }
    }
}
