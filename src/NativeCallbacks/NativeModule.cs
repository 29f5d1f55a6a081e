using System;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading;

namespace NativeCallbacks;

/// <summary>A shared library that is loaded at run time, and the functions that it exports.</summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The library stays loaded until <see cref="Dispose"/> has been called and the last lease of
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

    private static NativeModule? _mainProgram;

    private readonly nint _handle;
    private readonly ModuleOwnership _ownership;
    private int _state;

    private NativeModule(string path, nint handle, ModuleOwnership ownership = ModuleOwnership.Owned)
    {
        Path = path;
        _handle = handle;
        _ownership = ownership;
    }

    /// <summary>
    /// The process itself: what the main program exports, and the libraries that it was started with. A host's C API is there if it
    /// is linked into the program, as that of Python often is: loading a library with the same code would create a second copy.
    /// It is never unloaded, and disposing it does nothing.
    /// </summary>
    public static NativeModule MainProgram =>
        _mainProgram ??= new NativeModule("main program", ModuleLoader.GetMainProgram(), ModuleOwnership.Permanent);

    /// <summary>
    /// The path or name that was passed to <c>Load</c>; for a module from a handle, the handle in hexadecimal.
    /// </summary>
    public string Path { get; }

    private static bool IsLinux { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Loads a library.</summary>
    /// <param name="path">
    /// A path, or a name. A relative path is relative to the working directory. A name without a folder is searched for as
    /// <c>[DllImport]</c> does, with and without the platform's prefix and suffix: beside the application, where NuGet packages
    /// have their native files (<c>runtimes/…/native</c>), and then where the system's loader looks, for example for
    /// <c>libm.so.6</c>.
    /// </param>
    /// <returns>The module, which the caller disposes. Loading the same file again returns another module with the same code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="DllNotFoundException">
    /// The library was not found or cannot be loaded; the message has the loader's reason and the places that were tried.
    /// </exception>
    public static NativeModule Load(string path) => LoadChecked(path, nameof(path), assembly: null);

    /// <summary>Loads a library that belongs to an assembly, for example to a plug-in in a folder of its own.</summary>
    /// <param name="name">A path, or a name, which is searched for beside the assembly too: see <see cref="Load(string)"/>.</param>
    /// <param name="assembly">The assembly for whose <c>[DllImport]</c> the runtime would search.</param>
    /// <returns>The module, which the caller disposes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="assembly"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="DllNotFoundException">
    /// The library was not found or cannot be loaded; the message has the loader's reason and the places that were tried.
    /// </exception>
    public static NativeModule Load(string name, Assembly assembly) =>
        LoadChecked(name, nameof(name), assembly ?? throw new ArgumentNullException(nameof(assembly)));

    /// <summary>Uses a library that is already loaded.</summary>
    /// <param name="handle">The handle of the system's loader: from <c>dlopen</c>, <c>LoadLibrary</c> or <c>NativeLibrary.Load</c>.</param>
    /// <param name="ownsHandle">Whether <see cref="Dispose"/> closes the handle.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException"><paramref name="handle"/> is zero.</exception>
    public static NativeModule FromHandle(nint handle, bool ownsHandle)
    {
        return handle == 0
            ? throw new ArgumentException("The handle is zero, so no library was loaded. Check the call that should have loaded it.", nameof(handle))
            : new NativeModule(
                $"0x{((long)handle).ToString("X", CultureInfo.InvariantCulture)}", handle, ownsHandle ? ModuleOwnership.Owned : ModuleOwnership.Borrowed);
    }

    /// <summary>
    /// Checks the signature of an exported function and returns its callback: see
    /// <see cref="NativeCallback{TSignature}.Bind(nint, string)"/>.
    /// </summary>
    /// <typeparam name="TSignature">The function's signature.</typeparam>
    /// <param name="symbol">The exported name.</param>
    /// <param name="declaredSignature">The signature in the notation of C, Numba or Rust; for example, the prototype from a header file.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="FormatException"><paramref name="declaredSignature"/> is not a signature.</exception>
    /// <exception cref="SignatureMismatchException">It does not match <typeparamref name="TSignature"/>.</exception>
    /// <exception cref="EntryPointNotFoundException">The library does not export the symbol; the message lists similar ones.</exception>
    /// <exception cref="InvalidOperationException">The symbol is data, not a function; or the delegate is not declared with <see cref="NativeSignatureAttribute"/>.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public NativeCallback<TSignature> Bind<TSignature>(string symbol, string declaredSignature)
        where TSignature : Delegate
    {
        using (AcquireLease())
        {
            return NativeCallback<TSignature>.Bind(GetCallback<TSignature>(symbol).Address, declaredSignature);
        }
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
        return new NativeCallback<TSignature>(GetFunction(symbol));
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
        var isFound = TryGetFunction(symbol, out var address);
        callback = isFound ? new NativeCallback<TSignature>(address) : default;
        return isFound;
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

    /// <summary>Keeps the library loaded until the lease is disposed, even if the module is disposed earlier.</summary>
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
    /// It never waits, so a callback of the library itself can call it while a lease is held. Disposing again does nothing.
    /// </summary>
    /// <remarks>
    /// On Linux, do not unload a library that has thread-local variables while other threads run: the C library may then lose the
    /// thread-local data of other libraries, the runtime's included, which ends the process.
    /// </remarks>
    public void Dispose()
    {
        int state;
        do
        {
            state = Volatile.Read(ref _state);
            if ((state & DisposedBit) != 0 || _ownership == ModuleOwnership.Permanent)
            {
                return;
            }
        }
        while (Interlocked.CompareExchange(ref _state, state | DisposedBit, state) != state);

        if (state == 0)
        {
            Free();
        }
    }

    /// <summary>The address of an exported function; throws if there is none, or if it is data.</summary>
    internal nint GetFunction(string symbol)
    {
        var address = GetAddress(symbol);
        ThrowIfData(address, symbol);
        return address;
    }

    /// <summary>The address of a function if the library exports it; throws if it is data.</summary>
    internal bool TryGetFunction(string symbol, out nint address)
    {
        using (AcquireLease())
        {
            if (!TryGetExport(symbol, out address))
            {
                return false;
            }

            ThrowIfData(address, symbol);
            return true;
        }
    }

    internal void ReleaseLease()
    {
        if (Interlocked.Decrement(ref _state) == DisposedBit)
        {
            Free();
        }
    }

    private static NativeModule LoadChecked(string path, string parameter, Assembly? assembly)
    {
        return path switch
        {
            null => throw new ArgumentNullException(parameter),
            "" => throw new ArgumentException("The path is empty. Pass the path or the name of a library.", parameter),
            _ => new NativeModule(path, ModuleLoader.Load(path, assembly)),
        };
    }

    private void Free()
    {
        if (_ownership == ModuleOwnership.Owned)
        {
            ModuleLoader.Free(_handle);
        }
    }

    private bool TryGetExport(string symbol, out nint address) => symbol is null
        ? throw new ArgumentNullException(nameof(symbol))
        : ModuleLoader.TryGetExport(_handle, symbol, out address);

    private static bool IsData(NativeAddress place) => place.SymbolIsData == true || (place.Protection is { } protection && (protection & MemoryProtection.Execute) == MemoryProtection.None);

    private void ThrowIfData(nint address, string symbol)
    {
        // The module's own table first: to read the maps of the process takes a hundred times as long.
        var isData = IsLinux ? LoadedElf.IsData(_handle, symbol, address) : null;
        if (isData ?? IsData(NativeAddress.Inspect(address)))
        {
            throw new InvalidOperationException($"'{symbol}' in {Name} is data and cannot be called. Use GetAddress to read it.");
        }
    }
}
