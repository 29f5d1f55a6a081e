using System;
using System.Threading;

namespace NativeCallbacks;

/// <summary>A shared library that is loaded at run time, and the functions that it exports.</summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The library stays loaded until <see cref="Dispose"/> was called and the last lease of
/// <see cref="AcquireLease"/> has ended. A callback is one pointer wide and cannot keep its module loaded: hold a lease while
/// you call one if another thread may dispose the module. There is no finalizer, so a module that is not disposed stays loaded
/// until the process ends.
/// </para>
/// <para><b>Threading.</b> All members can be used from any thread. None of them waits for a call in progress.</para>
/// <para>
/// <b>Safety.</b> Loading runs the library's initializers. The caller is responsible for an exported function having the
/// requested signature.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var math = NativeModule.Load("libm.so.6");
/// var power = math.GetCallback&lt;Power&gt;("pow");
/// Console.WriteLine(power.Invoke(2, 10)); // 1024
///
/// using (math.AcquireLease())
/// {
///     // The library stays loaded here even if another thread disposes the module.
///     Console.WriteLine(power.Invoke(2, 20)); // 1048576
/// }
///
/// [NativeSignature]
/// delegate double Power(double x, double y);
/// </code>
/// </example>
public sealed class NativeModule : IDisposable
{
    /// <summary>The bit of <see cref="_state"/> that is set if the module is disposed. The bits below it are the number of leases.</summary>
    private const int DisposedBit = 1 << 30;

    private readonly nint _handle;
    private int _state;

    private NativeModule(string path, nint handle)
    {
        Path = path;
        _handle = handle;
    }

    /// <summary>The path or name that was passed to <see cref="Load"/>.</summary>
    public string Path { get; }

    private string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Loads a library.</summary>
    /// <param name="path">
    /// A path, or a name that the system's loader searches for, for example <c>libm.so.6</c>. A relative path is relative to the
    /// working directory; a bare name is not searched for in the application's folder.
    /// </param>
    /// <returns>The module, which the caller disposes. Loading the same file again returns another module with the same code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="DllNotFoundException">The library was not found or cannot be loaded; the message has the loader's reason.</exception>
    public static NativeModule Load(string path)
    {
        return path switch
        {
            null => throw new ArgumentNullException(nameof(path)),
            "" => throw new ArgumentException("The path is empty. Pass the path or the name of a library.", nameof(path)),
            _ => new NativeModule(path, ModuleLoader.Load(path)),
        };
    }

    /// <summary>Returns the callback for an exported function.</summary>
    /// <typeparam name="TSignature">The function's signature.</typeparam>
    /// <param name="symbol">The exported name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="EntryPointNotFoundException">The library does not export the symbol; the message lists similar ones.</exception>
    /// <exception cref="InvalidOperationException">The symbol is data, not a function.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public NativeCallback<TSignature> GetCallback<TSignature>(string symbol)
        where TSignature : Delegate
    {
        var address = GetAddress(symbol);
        ThrowIfData(address, symbol);
        return new NativeCallback<TSignature>(address);
    }

    /// <summary>Returns the callback for a function if the library exports it.</summary>
    /// <typeparam name="TSignature">The function's signature.</typeparam>
    /// <param name="symbol">The exported name.</param>
    /// <param name="callback">The callback; <see langword="default"/> if the library does not export the symbol.</param>
    /// <returns>Whether the library exports the function.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The symbol is data, not a function.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public bool TryGetCallback<TSignature>(string symbol, out NativeCallback<TSignature> callback)
        where TSignature : Delegate
    {
        using (AcquireLease())
        {
            if (TryGetExport(symbol, out var address))
            {
                ThrowIfData(address, symbol);
                callback = new NativeCallback<TSignature>(address);
                return true;
            }
        }

        callback = default;
        return false;
    }

    /// <summary>Returns the address of an exported function or of exported data.</summary>
    /// <param name="symbol">The exported name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    /// <exception cref="EntryPointNotFoundException">The library does not export the symbol; the message lists similar ones.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public nint GetAddress(string symbol)
    {
        using (AcquireLease())
        {
            return TryGetExport(symbol, out var address)
                ? address
                : throw new EntryPointNotFoundException($"{Name} does not export '{symbol}'.{NearestNames.Sentence(_handle, symbol)}");
        }
    }

    /// <summary>Keeps the library loaded until the lease is disposed, even if the module is disposed before.</summary>
    /// <returns>The lease. Acquire one for a batch of calls, not one for each call.</returns>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public ModuleLease AcquireLease()
    {
        int state;
        do
        {
            state = Volatile.Read(ref _state);
            if ((state & DisposedBit) != 0)
            {
                throw new ObjectDisposedException(Name, $"{Name} is disposed. Acquire the lease, or look up the symbol, before Dispose.");
            }
        }
        while (Interlocked.CompareExchange(ref _state, state + 1, state) != state);

        return new ModuleLease(this);
    }

    /// <summary>
    /// Rejects new leases and lookups, and unloads the library: at once if there is no lease, otherwise when the last one ends.
    /// It never waits, so it can be called under a lease from a callback of the library itself. Disposing again does nothing.
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

    internal void ReleaseLease()
    {
        if (Interlocked.Decrement(ref _state) == DisposedBit)
        {
            ModuleLoader.Free(_handle);
        }
    }

    private bool TryGetExport(string symbol, out nint address) => symbol is null
        ? throw new ArgumentNullException(nameof(symbol))
        : ModuleLoader.TryGetExport(_handle, symbol, out address);

    private void ThrowIfData(nint address, string symbol)
    {
        var place = NativeAddress.Inspect(address);
        if (place.SymbolIsData == true || place.Protection?.HasFlag(MemoryProtection.Execute) == false)
        {
            throw new InvalidOperationException($"'{symbol}' in {Name} is data and cannot be called. Use GetAddress to read it.");
        }
    }
}
