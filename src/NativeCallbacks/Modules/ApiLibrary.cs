using System;
using System.ComponentModel;
#if NET
using System.Runtime.InteropServices;
#endif

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the library of one API. It is loaded when the first of its functions is looked up, and never unloaded. A
/// look-up that fails is made again by the next call, so that a library that appears later is found.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiLibrary
{
    private readonly object _gate = new();
    private readonly Type _api;
    private readonly string? _name;
    private NativeModule? _module;

    /// <summary>Creates the place of a library that is not loaded yet.</summary>
    /// <param name="api">The class with the functions, whose assembly decides where the library is searched for.</param>
    /// <param name="name">The library; null for the main program.</param>
    public ApiLibrary(Type api, string? name)
    {
        _api = api;
        _name = name;
    }

    private NativeModule Module
    {
        get
        {
            lock (_gate)
            {
                return _module ??= _name is null ? NativeModule.MainProgram : NativeModule.Load(_name, _api.Assembly);
            }
        }
    }

    /// <summary>The address of a function.</summary>
    /// <param name="symbol">The exported name.</param>
    /// <exception cref="DllNotFoundException">The library was not found or cannot be loaded; the message says where it was searched for.</exception>
    /// <exception cref="EntryPointNotFoundException">The library does not export the symbol; the message lists similar ones.</exception>
    /// <exception cref="InvalidOperationException">The symbol is data, not a function.</exception>
    public nint Find(string symbol)
    {
        using (LastError.Keep())
        {
            return Module.GetFunction(symbol);
        }
    }

    /// <summary>The address of a function if the library exports it.</summary>
    /// <param name="symbol">The exported name.</param>
    /// <param name="address">The address; zero if the library does not export the symbol.</param>
    /// <returns>Whether the library exports the function.</returns>
    /// <exception cref="DllNotFoundException">The library was not found or cannot be loaded; the message says where it was searched for.</exception>
    /// <exception cref="InvalidOperationException">The symbol is data, not a function.</exception>
    public bool TryFind(string symbol, out nint address)
    {
        using (LastError.Keep())
        {
            return Module.TryGetFunction(symbol, out address);
        }
    }

    /// <summary>The last error of an earlier call, which a look-up in front of the next one must not change.</summary>
    private readonly struct LastError : IDisposable
    {
#if NET
        private readonly int _error;

        private LastError(int error) => _error = error;

        public static LastError Keep() => new(Marshal.GetLastPInvokeError());

        public void Dispose() => Marshal.SetLastPInvokeError(_error);
#else
        // Nobody can set it there.
        public static LastError Keep() => default;

        public void Dispose()
        {
        }
#endif
    }
}
