using System.Text;

namespace System.Runtime.InteropServices;

/// <summary>The loader of Linux, under the names of .NET.</summary>
internal static class NativeLibrary
{
    private const int Now = 2; // RTLD_NOW of dlfcn.h

    public static nint Load(string path) => Existing(dlopen(Utf8(path), Now), path);

    public static nint GetExport(nint library, string symbol) => Existing(dlsym(library, Utf8(symbol)), symbol);

    public static void Free(nint library) => _ = dlclose(library);

    private static nint Existing(nint found, string name) => found != 0 ? found : throw new DllNotFoundException(name);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    [DllImport("libc")]
    private static extern nint dlopen(byte[] path, int flags);

    [DllImport("libc")]
    private static extern nint dlsym(nint library, byte[] symbol);

    [DllImport("libc")]
    private static extern int dlclose(nint library);
}
