#if NET
using System;
using System.Runtime.InteropServices;
#else
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace NativeCallbacks;

/// <summary>The system's library loader: through the runtime's API, and on netstandard2.0 through the system calls.</summary>
internal static class ModuleLoader
{
#if NET
    public static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (BadImageFormatException exception)
        {
            // Windows reports it so: a file that is not a library, an empty one, or a library of the other width.
            throw new DllNotFoundException(
                $"'{path}' cannot be loaded: it is not a native library for {RuntimeInformation.ProcessArchitecture} processes. Pass the library's build for this platform.", exception);
        }
    }

    public static bool TryGetExport(nint handle, string symbol, out nint address) => NativeLibrary.TryGetExport(handle, symbol, out address);

    public static void Free(nint handle) => NativeLibrary.Free(handle);
#else
    private const int LazyBinding = 1; // RTLD_LAZY of dlfcn.h

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    public static nint Load(string path)
    {
        var handle = IsWindows ? LoadLibrary(path) : dlopen(Utf8(path), LazyBinding);
        if (handle != 0)
        {
            return handle;
        }

        var reason = IsWindows ? new Win32Exception(Marshal.GetLastWin32Error()).Message : Marshal.PtrToStringAnsi(dlerror());
        throw new DllNotFoundException($"'{path}' cannot be loaded: {reason}");
    }

    public static bool TryGetExport(nint handle, string symbol, out nint address)
    {
        address = IsWindows ? GetProcAddress(handle, Utf8(symbol)) : dlsym(handle, Utf8(symbol));
        return address != 0;
    }

    public static void Free(nint handle) => _ = IsWindows ? FreeLibrary(handle) : dlclose(handle);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    [DllImport("libc")]
    private static extern nint dlopen(byte[] path, int flags);

    [DllImport("libc")]
    private static extern nint dlsym(nint handle, byte[] symbol);

    [DllImport("libc")]
    private static extern int dlclose(nint handle);

    [DllImport("libc")]
    private static extern nint dlerror();

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "LoadLibraryW", SetLastError = true)]
    private static extern nint LoadLibrary(string path);

    [DllImport("kernel32")]
    private static extern nint GetProcAddress(nint handle, byte[] symbol);

    [DllImport("kernel32")]
    private static extern int FreeLibrary(nint handle);
#endif
}
