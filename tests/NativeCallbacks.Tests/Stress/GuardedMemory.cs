using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Stress;

/// <summary>One page of memory between two that nobody may touch: a step over either end ends the process.</summary>
internal sealed unsafe class GuardedMemory
{
    private const int NoAccess = 0;
    private const int ReadAndWrite = 1 | 2; // PROT_READ | PROT_WRITE
    private const int PrivateAnonymous = 2 | 0x20; // MAP_PRIVATE | MAP_ANONYMOUS, of Linux

    private const uint Commit = 0x1000;      // MEM_COMMIT, of Windows
    private const uint Reserve = 0x2000;     // MEM_RESERVE
    private const uint PageNoAccess = 1;     // PAGE_NOACCESS
    private const uint PageReadWrite = 4;    // PAGE_READWRITE

    private readonly byte* _page;

    /// <summary>Never unmapped: the process ends with the scenario.</summary>
    public GuardedMemory()
    {
        var size = (nuint)Environment.SystemPageSize;
        var pages = Platform.IsWindows ? VirtualAlloc(0, 3 * size, Reserve, PageNoAccess) : Map(0, 3 * size, NoAccess, PrivateAnonymous, -1, 0);
        var page = pages + (nint)size;
        if (pages is 0 or -1 || !(Platform.IsWindows ? VirtualAlloc(page, size, Commit, PageReadWrite) != 0 : Protect(page, size, ReadAndWrite) == 0))
        {
            throw new Win32Exception(Marshal.GetLastWin32Error());
        }

        _page = (byte*)page;
    }

    /// <summary>Elements that begin where the page does, or so many elements before.</summary>
    public Span<T> AtTheStart<T>(int length, int before = 0)
        where T : unmanaged => new((T*)_page - before, length);

    /// <summary>Elements that end where the page does, or so many elements behind.</summary>
    public Span<T> AtTheEnd<T>(int length, int behind = 0)
        where T : unmanaged => new((T*)(_page + Environment.SystemPageSize) - length + behind, length);

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(nint address, nuint length, int protection);

    [DllImport("kernel32", SetLastError = true)]
    private static extern nint VirtualAlloc(nint address, nuint length, uint type, uint protection);
}
