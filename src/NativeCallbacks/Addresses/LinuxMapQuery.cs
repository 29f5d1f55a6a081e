using System;
using System.Runtime.InteropServices;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// The mapping at one address, from the kernel: the request <c>PROCMAP_QUERY</c> of <c>/proc/self/maps</c> (linux/fs.h), which
/// Linux has since 6.11. Reading the maps takes a line for each mapping of the process.
/// </summary>
internal static unsafe class LinuxMapQuery
{
    private const int ReadOnlyCloseOnExec = 0x80000; // O_RDONLY | O_CLOEXEC
    private const uint Request = 0xC068_6611;        // _IOWR('f', 17, struct procmap_query)
    private const int LongestName = 4096;            // PATH_MAX

    /// <summary>Whether the kernel knows the request: then it finds the mapping of a local variable.</summary>
    private static readonly Lazy<bool> IsKnown = new(static () =>
    {
        var local = 0;
        return Ask((nint)(&local)) is not null;
    });

    /// <summary>Finds the mapping that has the address.</summary>
    /// <returns>The mapping, or that there is none; null if the kernel does not know the request, or there is no <c>/proc</c>.</returns>
    public static AddressMapping? Find(nint address) =>
        IsKnown.Value ? Ask(address) ?? new AddressMapping(isMapped: false) : null;

    /// <summary>The mapping; null if there is none, or the request failed.</summary>
    private static AddressMapping? Ask(nint address)
    {
        try
        {
            unsafe
            {
                int maps;
                fixed (byte* path = "/proc/self/maps\0"u8)
                {
                    maps = open(path, ReadOnlyCloseOnExec);
                }

                var name = stackalloc byte[LongestName];
                var query = new Query { Size = (ulong)sizeof(Query), Address = unchecked((ulong)address), NameSize = LongestName, Name = (ulong)name };
                var isFound = maps >= 0 && ioctl(maps, Request, &query) == 0;
                _ = maps >= 0 ? close(maps) : 0;
                return isFound
                    ? new AddressMapping(isMapped: true, Protection(query.Flags), query.NameSize > 1 ? Encoding.UTF8.GetString(name, (int)query.NameSize - 1) : null)
                    : null;
            }
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>PROCMAP_QUERY_VMA_READABLE and its kind: 1, 2, 4.</summary>
    private static MemoryProtection Protection(ulong flags) =>
        ((flags & 1) != 0 ? MemoryProtection.Read : MemoryProtection.None)
        | ((flags & 2) != 0 ? MemoryProtection.Write : MemoryProtection.None)
        | ((flags & 4) != 0 ? MemoryProtection.Execute : MemoryProtection.None);

    [DllImport("libc")]
    private static unsafe extern int open(byte* path, int flags);

    [DllImport("libc")]
    private static unsafe extern int ioctl(int file, nuint request, Query* query);

    [DllImport("libc")]
    private static unsafe extern int close(int file);

    /// <summary><c>struct procmap_query</c></summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Query
    {
        public ulong Size;
        public ulong QueryFlags;
        public ulong Address;
        public ulong Start;
        public ulong End;
        public ulong Flags;
        public ulong PageSize;
        public ulong Offset;
        public ulong Inode;
        public uint DeviceMajor;
        public uint DeviceMinor;
        public uint NameSize;
        public uint BuildIdSize;
        public ulong Name;
        public ulong BuildId;
    }
}
