using System;
using System.Threading;

namespace NativeCallbacks;

/// <summary>A shared library that is loaded at run time, and the callbacks that it exports.</summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The library stays loaded until <see cref="Dispose"/> and until the last lease of <see cref="Enter"/>
/// has ended. A callback is one pointer wide and cannot keep its module alive: whoever calls one while another thread may
/// dispose the module holds a lease. There is no finalizer, so without <see cref="Dispose"/> it stays for the life of the
/// process.
/// </para>
/// <para><b>Threading.</b> All members may be used from any thread. None of them blocks on a call in progress.</para>
/// <para>
/// <b>Safety.</b> Loading runs the library's initialisers. That an exported function has the signature that is asked for is
/// the caller's statement.
/// </para>
/// </remarks>
public sealed class NativeModule : IDisposable
{
    /// <summary>The bit of <see cref="_state"/> that says that the module is disposed; below it is the number of leases.</summary>
    private const int DisposedBit = 1 << 30;

    private readonly nint _handle;
    private int _state;

    private NativeModule(string path, nint handle)
    {
        Path = path;
        _handle = handle;
    }

    /// <summary>The path or name that the library was loaded by.</summary>
    public string Path { get; }

    private string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Loads a library.</summary>
    /// <param name="path">
    /// A path, or a name that the system's loader searches for: <c>libm.so.6</c>. A relative path is one of the working directory;
    /// a bare name is not searched for beside the program.
    /// </param>
    /// <returns>The module, which the caller disposes. Loading the same file again gives another module of the same code.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="DllNotFoundException">There is no such library, or it cannot be loaded; the loader's reason is in the message.</exception>
    public static NativeModule Load(string path)
    {
        if (string.IsNullOrEmpty(path))
        {
            throw new ArgumentException("A module needs a path, or the name of a library.", nameof(path));
        }

        return new NativeModule(path, ModuleLoader.Load(path));
    }

    /// <summary>The callback of an exported function.</summary>
    /// <typeparam name="TSignature">The function's signature.</typeparam>
    /// <param name="symbol">The exported name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="EntryPointNotFoundException">The library exports no such name; the nearest ones are in the message.</exception>
    /// <exception cref="InvalidOperationException">The name is one of data, not of a function.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public NativeCallback<TSignature> GetCallback<TSignature>(string symbol)
        where TSignature : Delegate
    {
        var address = GetAddress(symbol);
        ThrowIfData(address, symbol);
        return new NativeCallback<TSignature>(address);
    }

    /// <summary>The callback of an exported function, if there is one.</summary>
    /// <typeparam name="TSignature">The function's signature.</typeparam>
    /// <param name="symbol">The exported name.</param>
    /// <param name="callback">The callback; <see langword="default"/> where the library exports no such name.</param>
    /// <returns>Whether the library exports a function of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The name is one of data, not of a function.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public bool TryGetCallback<TSignature>(string symbol, out NativeCallback<TSignature> callback)
        where TSignature : Delegate
    {
        using (Enter())
        {
            if (ModuleLoader.TryGetExport(_handle, symbol, out var address))
            {
                ThrowIfData(address, symbol);
                callback = new NativeCallback<TSignature>(address);
                return true;
            }
        }

        callback = default;
        return false;
    }

    /// <summary>The address of an exported function or of exported data.</summary>
    /// <param name="symbol">The exported name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="EntryPointNotFoundException">The library exports no such name; the nearest ones are in the message.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public nint GetAddress(string symbol)
    {
        using (Enter())
        {
            return ModuleLoader.TryGetExport(_handle, symbol, out var address)
                ? address
                : throw new EntryPointNotFoundException($"{Name} exports no '{symbol}'.{NearestNames.Sentence(_handle, symbol)}");
        }
    }

    /// <summary>Keeps the library loaded until the result is disposed, whatever becomes of the module.</summary>
    /// <returns>The lease. Take one around a batch of calls, not around each.</returns>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public ModuleLease Enter()
    {
        int state;
        do
        {
            state = Volatile.Read(ref _state);
            if ((state & DisposedBit) != 0)
            {
                throw new ObjectDisposedException(Name, $"{Name} is disposed. Take the lease, or look the symbol up, before Dispose.");
            }
        }
        while (Interlocked.CompareExchange(ref _state, state + 1, state) != state);

        return new ModuleLease(this);
    }

    /// <summary>
    /// Refuses new leases and lookups, and unloads the library: at once where no lease is held, otherwise when the last one
    /// ends. Never waits, so it may be called from a callback of the library itself, under a lease. Disposing again does
    /// nothing.
    /// </summary>
    public void Dispose()
    {
        int state;
        do
        {
            state = Volatile.Read(ref _state);
            if ((state & DisposedBit) != 0)
            {
                return;
            }
        }
        while (Interlocked.CompareExchange(ref _state, state | DisposedBit, state) != state);

        if (state == 0)
        {
            ModuleLoader.Free(_handle);
        }
    }

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _state) == DisposedBit)
        {
            ModuleLoader.Free(_handle);
        }
    }

    private void ThrowIfData(nint address, string symbol)
    {
        var place = NativeAddress.Inspect(address);
        if (place.SymbolIsData == true || place.Protection?.HasFlag(MemoryProtection.Execute) == false)
        {
            throw new InvalidOperationException($"'{symbol}' in {Name} is data, and cannot be called. Read it through GetAddress.");
        }
    }
}
