using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>Addresses on macOS: the kernel's regions, and the dynamic linker's symbols.</summary>
internal static class MacAddresses
{
    private const string LibSystem = "/usr/lib/libSystem.dylib";
    private const int BasicInformation = 9;      // VM_REGION_BASIC_INFO_64 of mach/vm_region.h
    private const int BasicInformationCount = 9; // VM_REGION_BASIC_INFO_COUNT_64, in 32-bit words

    public static (AddressMapping Mapping, AddressSymbol Symbol) Inspect(nint address)
    {
        var mapping = FindRegion(address);
        unsafe
        {
            return mapping.IsMapped != false && dladdr(address, out var symbol) != 0
                ? (mapping, symbol.Describe(address))
                : (mapping, default);
        }
    }

    private static AddressMapping FindRegion(nint address)
    {
        var number = unchecked((ulong)(nuint)address);
        var start = number;
        var words = new int[BasicInformationCount];
        var count = BasicInformationCount;
        ulong size;
        unsafe
        {
            if (mach_vm_region(mach_task_self(), ref start, out size, BasicInformation, words, ref count, out _) != 0)
            {
                // No region at or above the address.
                return new AddressMapping(isMapped: false);
            }
        }

        // The kernel returns the next region if there is none at the address. The first word is the protection, with the
        // bits of VM_PROT_READ, VM_PROT_WRITE and VM_PROT_EXECUTE, which are those of MemoryProtection.
        return start <= number && number - start < size
            ? new AddressMapping(isMapped: true, (MemoryProtection)(words[0] & 7))
            : new AddressMapping(isMapped: false);
    }

    [DllImport(LibSystem)]
    private static unsafe extern uint mach_task_self();

    [DllImport(LibSystem)]
    private static unsafe extern int mach_vm_region(
        uint task, ref ulong address, out ulong size, int flavor, [Out] int[] information, ref int count, out uint objectName);

    [DllImport(LibSystem)]
    private static unsafe extern int dladdr(nint address, out LinkerSymbol symbol);
}
