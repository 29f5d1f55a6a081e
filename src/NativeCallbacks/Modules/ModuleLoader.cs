using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
#if !NET
using System.ComponentModel;
using System.IO;
using System.Text;
#endif

namespace NativeCallbacks;

/// <summary>The system's library loader: through the runtime's API, and on netstandard2.0 through the system calls.</summary>
internal static class ModuleLoader
{
#if NET
    /// <summary>Loads a path, or a name as <c>[DllImport]</c> of an assembly does; null means the application.</summary>
    /// <exception cref="DllNotFoundException">The library was not found, or cannot be loaded.</exception>
    public static nint Load(string path, Assembly? assembly)
    {
        try
        {
            return ModuleProbing.IsName(path)
                ? LoadName(path, assembly ?? Assembly.GetEntryAssembly() ?? typeof(ModuleLoader).Assembly)
                : NativeLibrary.Load(path);
        }
        catch (BadImageFormatException exception)
        {
            // Windows reports it so: a file that is not a library, an empty one, or a library of the other width.
            throw new DllNotFoundException(
                $"'{path}' cannot be loaded: it is not a native library for {RuntimeInformation.ProcessArchitecture} processes. Pass the library's build for this platform.", exception);
        }
    }

    private static nint LoadName(string name, Assembly assembly)
    {
        if (NativeLibrary.TryLoad(name, assembly, searchPath: null, out var handle))
        {
            return handle;
        }

        // The runtime knows the folders of packages from the application's list of dependencies. A host can have none.
        var folders = ModuleProbing.Folders(AppContext.BaseDirectory).ToList();
        foreach (var file in ModuleProbing.Files(folders, name))
        {
            if (NativeLibrary.TryLoad(file, out handle))
            {
                return handle;
            }
        }

        try
        {
            return NativeLibrary.Load(name, assembly, searchPath: null);
        }
        catch (DllNotFoundException exception)
        {
            throw NotFound(name, folders, exception.Message, exception);
        }
    }

    public static nint GetMainProgram() => NativeLibrary.GetMainProgramHandle();

    public static bool TryGetExport(nint handle, string symbol, out nint address) => NativeLibrary.TryGetExport(handle, symbol, out address);

    public static void Free(nint handle) => NativeLibrary.Free(handle);
#else
    private const int LazyBinding = 1; // RTLD_LAZY of dlfcn.h

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Loads a path, or a name that belongs to an assembly; null means the application.</summary>
    /// <exception cref="DllNotFoundException">The library was not found, or cannot be loaded.</exception>
    public static nint Load(string path, Assembly? assembly)
    {
        if (!ModuleProbing.IsName(path))
        {
            return TryLoad(path, out var reason) is var handle and not 0
                ? handle
                : throw new DllNotFoundException($"'{path}' cannot be loaded: {reason}");
        }

        var folders = new[] { assembly, Assembly.GetEntryAssembly() }
            .Select(static item => item is null ? null : Path.GetDirectoryName(item.Location))
            .Append(AppContext.BaseDirectory)
            .Where(static folder => !string.IsNullOrEmpty(folder))
            .SelectMany(static folder => ModuleProbing.Folders(folder!))
            .Distinct()
            .ToList();
        var reasons = new List<string>();
        foreach (var file in ModuleProbing.Files(folders, path).Concat(ModuleProbing.FileNames(path)))
        {
            if (TryLoad(file, out var reason) is var handle and not 0)
            {
                return handle;
            }

            reasons.Add(reason!);
        }

        throw NotFound(path, folders, string.Join("\n", reasons), null);
    }

    private static nint TryLoad(string path, out string? reason)
    {
        var handle = IsWindows ? LoadLibrary(path) : dlopen(Utf8(path), LazyBinding);
        reason = handle != 0 ? null
            : IsWindows ? new Win32Exception(Marshal.GetLastWin32Error()).Message
            : Marshal.PtrToStringAnsi(dlerror());
        return handle;
    }

    public static nint GetMainProgram() => IsWindows ? GetModuleHandle(null) : dlopen(null, LazyBinding);

    public static bool TryGetExport(nint handle, string symbol, out nint address)
    {
        address = IsWindows ? GetProcAddress(handle, Utf8(symbol)) : dlsym(handle, Utf8(symbol));
        return address != 0;
    }

    public static void Free(nint handle) => _ = IsWindows ? FreeLibrary(handle) : dlclose(handle);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    [DllImport("libc")]
    private static unsafe extern nint dlopen(byte[]? path, int flags);

    [DllImport("libc")]
    private static unsafe extern nint dlsym(nint handle, byte[] symbol);

    [DllImport("libc")]
    private static unsafe extern int dlclose(nint handle);

    [DllImport("libc")]
    private static unsafe extern nint dlerror();

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "LoadLibraryW", SetLastError = true)]
    private static unsafe extern nint LoadLibrary(string path);

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "GetModuleHandleW")]
    private static unsafe extern nint GetModuleHandle(string? name);

    [DllImport("kernel32")]
    private static unsafe extern nint GetProcAddress(nint handle, byte[] symbol);

    [DllImport("kernel32")]
    private static unsafe extern int FreeLibrary(nint handle);
#endif

    private static DllNotFoundException NotFound(string name, IEnumerable<string> folders, string reason, Exception? inner) => new(
        $"The library '{name}' was not found beside the application ({string.Join(", ", folders)}), and the system's loader did not find it: {reason}\nPass its path, or the package that has it to the build.",
        inner);
}
