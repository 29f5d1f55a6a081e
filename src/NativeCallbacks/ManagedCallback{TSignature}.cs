using System;
using System.Threading;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// A C# handler that native code can call: its address, its context, and the exception that it threw, if it did. Made by
/// the generated <c>handler.ToManagedCallback()</c>.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The handler stays callable until <see cref="Dispose"/>; nothing needs to be kept alive by hand, and
/// there is no finalizer: one that is never disposed lives as long as the process. The memory behind the address is never
/// freed, so a call that comes after <see cref="Dispose"/> gets the fault result, is counted and traced, and harms nothing.
/// An address is used for another handler only after 1,024 later ones of its signature; with a
/// <see cref="UserDataAttribute"/> context a late call is always recognised.
/// </para>
/// <para>
/// <b>Faults.</b> An exception never crosses native frames. The first one is kept as <see cref="Fault"/>, native code gets
/// the fault result (<see cref="FaultResultAttribute"/>), and so do all later calls at once, until <see cref="Reset"/>.
/// </para>
/// <para>
/// <b>Threading.</b> Native code may call from any thread, also from several at once and from ones that .NET has never
/// seen; the handler must allow it. All members may be used from any thread, the handler itself included.
/// </para>
/// </remarks>
/// <typeparam name="TSignature">The signature.</typeparam>
public sealed class ManagedCallback<TSignature> : IDisposable
    where TSignature : Delegate
{
    private readonly UpcallRegistry<TSignature> _home;
    private readonly Action<Exception>? _onFault;
    private readonly nint _address;
    private TSignature? _handler;
    private TSignature? _active;
    private FaultRecord? _fault;

    internal ManagedCallback(TSignature handler, Action<Exception>? onFault, UpcallRegistry<TSignature> home, nint address, nint userData)
    {
        _handler = handler;
        _active = handler;
        _onFault = onFault;
        _home = home;
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
    /// What native code must pass as the argument marked <see cref="UserDataAttribute"/>; zero where the signature has
    /// none, and on netstandard2.0, where the address alone tells the handler.
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
    /// The first exception that the handler threw since <see cref="Reset"/>, or that its arguments gave before it ran;
    /// null for none. Stays readable after <see cref="Dispose"/>.
    /// </summary>
    public Exception? Fault
    {
        get
        {
            var fault = Volatile.Read(ref _fault);
            fault?.Observe();
            return fault?.Exception;
        }
    }

    /// <summary>The handler while calls go to it; null once it is faulted or disposed.</summary>
    internal TSignature? ActiveHandler => _active;

    /// <summary>The context, disposed or not.</summary>
    internal nint Context { get; }

    /// <summary>Throws <see cref="Fault"/> again, with the stack of its first throw, if there is one. Resets nothing.</summary>
    /// <exception cref="Exception">The fault, whatever it is. Also after <see cref="Dispose"/>.</exception>
    public void ThrowIfFaulted() => Volatile.Read(ref _fault)?.Rethrow();

    /// <summary>Forgets the fault: the handler is called again.</summary>
    /// <exception cref="ObjectDisposedException">The callback is disposed.</exception>
    public void Reset()
    {
        using (_home.Gate.Enter())
        {
            ThrowIfDisposed();
            if (_fault is { } fault)
            {
                FaultLog.Remove(fault);
                _fault = null;
                Volatile.Write(ref _active, _handler);
            }
        }
    }

    /// <summary>
    /// Ends the calls of the handler. One that is running goes on to its end; later ones get the fault result. A fault that
    /// nobody observed is traced. Disposing again does nothing.
    /// </summary>
    public void Dispose()
    {
        FaultRecord? fault;
        using (_home.Gate.Enter())
        {
            if (_handler is null)
            {
                return;
            }

            _handler = null;
            Volatile.Write(ref _active, null);
            fault = _fault;
            if (fault is not null)
            {
                FaultLog.Retire(fault);
            }

            _home.Leave(this, _address);
        }

        if (fault is { IsObserved: false })
        {
            NativeCallbacksEventSource.Log.UnobservedFault(typeof(TSignature), fault.Exception);
        }
    }

    /// <summary>Keeps the first exception, stops the calls, and tells whoever asked to be told.</summary>
    internal void Fail(Exception exception)
    {
        NativeCallbacksEventSource.Log.Faulted(typeof(TSignature), exception);
        using (_home.Gate.Enter())
        {
            if (_fault is not null)
            {
                // A call on another thread failed first: the trace has this one.
                return;
            }

            // Before the calls stop, so that whoever sees one stopped finds the fault.
            _fault = FaultLog.Add(exception, _address, Context);
            Volatile.Write(ref _active, null);
            if (_handler is null)
            {
                // Disposed while the handler ran.
                FaultLog.Retire(_fault);
            }
        }

        try
        {
            _onFault?.Invoke(exception);
        }
        catch (Exception failure) // It must not reach native frames, and the first exception is the one that counts.
        {
            NativeCallbacksEventSource.Log.OnFaultFailed(typeof(TSignature), failure);
        }
    }

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _handler) is null)
        {
            throw new ObjectDisposedException(
                $"ManagedCallback<{typeof(TSignature).Name}>",
                "The managed callback is disposed: its address calls nothing any more. Dispose it only when native code has let it go.");
        }
    }
}
