using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>Addresses on Linux: the maps of the process, and the dynamic linker's symbols.</summary>
internal static class LinuxAddresses
{
    private const int SymbolEntry = 1; // RTLD_DL_SYMENT of dlfcn.h
    private const int TypeMask = 0xF;  // ELF64_ST_TYPE of elf.h
    private const int DataObject = 1;  // STT_OBJECT
    private const int ThreadLocal = 6; // STT_TLS

    private static readonly char[] Space = [' '];

    public static (AddressMapping Mapping, AddressSymbol Symbol) Inspect(nint address)
    {
        var mapping = LinuxMapQuery.Find(address) ?? FindMapping(address);
        return (mapping, mapping.IsMapped == false ? default : FindSymbol(address));
    }

    /// <summary>Reads the maps until the address is found.</summary>
    internal static AddressMapping FindMapping(nint address)
    {
        var number = unchecked((nuint)address);
        try
        {
            // "start-end perms offset device inode   path", see proc(5).
            foreach (var line in File.ReadLines("/proc/self/maps"))
            {
                var dash = line.IndexOf('-');
                var space = line.IndexOf(' ');
                if (Number(line, 0, dash) <= number && number < Number(line, dash + 1, space))
                {
                    var fields = line.Split(Space, 6, StringSplitOptions.RemoveEmptyEntries);
                    return new AddressMapping(isMapped: true, Protection(fields[1]), fields.Length > 5 ? fields[5].Trim() : null);
                }
            }

            return new AddressMapping(isMapped: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            // A sandbox without /proc.
            return default;
        }
    }

    private static nuint Number(string line, int start, int end) =>
        (nuint)ulong.Parse(line.Substring(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static MemoryProtection Protection(string letters) =>
        (letters[0] == 'r' ? MemoryProtection.Read : MemoryProtection.None)
        | (letters[1] == 'w' ? MemoryProtection.Write : MemoryProtection.None)
        | (letters[2] == 'x' ? MemoryProtection.Execute : MemoryProtection.None);

    private static AddressSymbol FindSymbol(nint address)
    {
        try
        {
            unsafe
            {
                if (dladdr1(address, out var symbol, out var entry, SymbolEntry) == 0)
                {
                    return default;
                }

                if (!symbol.HasName || entry == 0 || IntPtr.Size != 8)
                {
                    return symbol.Describe(address);
                }

                // Elf64_Sym: name (4 bytes), info (1), other (1), section (2), value (8), size (8).
                var isData = (((byte*)entry)[4] & TypeMask) is DataObject or ThreadLocal;
                return symbol.Describe(address, ((long*)entry)[2], isData);
            }
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library without this extension of glibc.
            return default;
        }
    }

    [DllImport("libc")]
    private static unsafe extern int dladdr1(nint address, out LinkerSymbol symbol, out nint entry, int flags);
}
