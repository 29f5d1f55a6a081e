using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>Addresses on Windows: <c>VirtualQuery</c> and the module list. Symbols would need the debug-help library.</summary>
internal static class WindowsAddresses
{
    private const uint Committed = 0x1000;       // MEM_COMMIT
    private const uint FromAddress = 0x4;        // GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
    private const uint UnchangedReferences = 0x2; // GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT
    private const int InvalidParameter = 87;     // ERROR_INVALID_PARAMETER

    public static (AddressMapping Mapping, AddressSymbol Symbol) Inspect(nint address)
    {
        unsafe
        {
            if (VirtualQuery(address, out var region, (nuint)Marshal.SizeOf<MemoryRegion>()) == 0)
            {
                return (MappingAfterFailedQuery(Marshal.GetLastWin32Error()), default);
            }

            var isMapped = region.State == Committed;
            var mapping = new AddressMapping(isMapped, isMapped ? Protection(region.Protect) : null);
            if (!isMapped || !GetModuleHandleEx(FromAddress | UnchangedReferences, address, out var module))
            {
                return (mapping, default);
            }

            return (mapping, new AddressSymbol(WindowsModules.PathOf(module)));
        }
    }

    /// <summary>
    /// What is known if <c>VirtualQuery</c> fails. It rejects addresses above those that a process can have as an invalid parameter.
    /// </summary>
    internal static AddressMapping MappingAfterFailedQuery(int error) => error == InvalidParameter ? new AddressMapping(isMapped: false) : default;

    /// <summary>The PAGE_ constants of the low byte; modifiers such as PAGE_GUARD are in the bits above it.</summary>
    private static MemoryProtection Protection(uint protect) => (protect & 0xFF) switch
    {
        0x02 => MemoryProtection.Read,
        0x04 or 0x08 => MemoryProtection.Read | MemoryProtection.Write,
        0x10 => MemoryProtection.Execute,
        0x20 => MemoryProtection.Read | MemoryProtection.Execute,
        0x40 or 0x80 => MemoryProtection.Read | MemoryProtection.Write | MemoryProtection.Execute,
        _ => MemoryProtection.None,
    };

    [DllImport("kernel32", SetLastError = true)]
    private static unsafe extern nuint VirtualQuery(nint address, out MemoryRegion region, nuint size);

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "GetModuleHandleExW")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static unsafe extern bool GetModuleHandleEx(uint flags, nint address, out nint module);

    /// <summary>MEMORY_BASIC_INFORMATION of winnt.h; the partition id is in what is padding on 64-bit systems.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MemoryRegion
    {
        public readonly nint BaseAddress;
        public readonly nint AllocationBase;
        public readonly uint AllocationProtect;
        public readonly nuint RegionSize;
        public readonly uint State;
        public readonly uint Protect;
        public readonly uint Type;
    }
}
