using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The files of modules that are loaded on Windows.</summary>
internal static class WindowsModules
{
    private const int LongestPath = 32768; // Of NTFS.

    /// <summary>The file of a module; null if Windows does not report it.</summary>
    public static string? PathOf(nint module)
    {
        var path = new char[LongestPath];
        int length;
        unsafe
        {
            length = (int)GetModuleFileName(module, path, path.Length);
        }

        return length > 0 ? new string(path, 0, length) : null;
    }

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "GetModuleFileNameW")]
    private static unsafe extern uint GetModuleFileName(nint module, [Out] char[] path, int size);
}
