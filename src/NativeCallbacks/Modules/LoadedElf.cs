using System;
using System.Runtime.InteropServices;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// What the dynamic linker knows about a loaded module: its file, and the table of its exports (elf(5), link.h; the hash table as GNU ld
/// writes it). So the kind of a symbol costs one look-up by hash, whereas <c>dladdr1</c> compares the address with every symbol.
/// </summary>
internal static unsafe class LoadedElf
{
    private const int RequestLinkMap = 2; // RTLD_DI_LINKMAP of dlfcn.h
    private const int LoadAddress = 0;    // struct link_map, in pointers: l_addr, l_name, l_ld
    private const int Name = 1;
    private const int Dynamic = 2;

    private const long StringTable = 5;         // DT_STRTAB
    private const long SymbolTable = 6;         // DT_SYMTAB
    private const long GnuHash = 0x6FFF_FEF5;   // DT_GNU_HASH
    private const int SymbolSize = 24;          // Elf64_Sym

    /// <summary>The file behind a handle of the dynamic linker; null if that does not report it.</summary>
    public static string? PathOf(nint handle)
    {
        unsafe
        {
            var map = LinkMapOf(handle);
            return map == null ? null : Marshal.PtrToStringAnsi(map[Name]);
        }
    }

    /// <summary>Whether an exported symbol names data; null if the module does not declare it, or does not have the symbol at that address.</summary>
    /// <param name="handle">The module.</param>
    /// <param name="symbol">The name.</param>
    /// <param name="address">Where the dynamic linker found it.</param>
    public static bool? IsData(nint handle, string symbol, nint address)
    {
        unsafe
        {
            var map = IntPtr.Size == 8 ? LinkMapOf(handle) : null;
            if (map == null)
            {
                return null;
            }

            var hashes = (uint*)Table(map, GnuHash);
            var symbols = Table(map, SymbolTable);
            var strings = Table(map, StringTable);
            var entry = hashes == null || symbols == null || strings == null ? null : Find(Encoding.UTF8.GetBytes(symbol), hashes, symbols, strings);
            if (entry == null)
            {
                return null;
            }

            // Elf64_Sym: st_info at 4, st_value at 8. The value of an indirect function (STT_GNU_IFUNC) is that of its resolver.
            var type = entry[4] & 0xF;
            var isHere = map[LoadAddress] + ((nint*)entry)[1] == address;
            return type switch
            {
                2 when isHere => false, // STT_FUNC
                10 => false,            // STT_GNU_IFUNC
                1 or 5 or 6 when isHere => true, // STT_OBJECT, STT_COMMON, STT_TLS
                _ => null,
            };
        }
    }

    private static nint* LinkMapOf(nint handle)
    {
        try
        {
            unsafe
            {
                return dlinfo(handle, RequestLinkMap, out var map) == 0 ? (nint*)map : null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The address of a table; null if the module has none.</summary>
    private static byte* Table(nint* map, long tag)
    {
        unsafe
        {
            // Elf64_Dyn: a tag, and an address, which some C libraries leave as it is in the file.
            for (var entry = (long*)map[Dynamic]; entry != null && entry[0] != 0; entry += 2)
            {
                if (entry[0] == tag)
                {
                    return (byte*)(entry[1] < map[LoadAddress] ? entry[1] + map[LoadAddress] : entry[1]);
                }
            }

            return null;
        }
    }

    /// <summary>The entry of a name; null if there is none.</summary>
    private static byte* Find(ReadOnlySpan<byte> name, uint* hashes, byte* symbols, byte* strings)
    {
        var hash = 5381u;
        foreach (var character in name)
        {
            hash = unchecked((hash * 33) + character);
        }

        unsafe
        {
            // The number of buckets, the first symbol that is in them, the size of the filter in words of 64 bits, its shift; then the
            // filter, the buckets, and the chains, each of which ends with a lowest bit of 1.
            var (buckets, first) = (hashes[0], hashes[1]);
            var heads = hashes + 4 + (2 * hashes[2]);
            var chains = heads + buckets;
            var index = buckets == 0 ? 0 : heads[hash % buckets];
            for (; index >= first && index != 0; index++)
            {
                var entry = symbols + ((long)index * SymbolSize);
                var other = chains[index - first];
                if ((other | 1) == (hash | 1) && Equals(name, strings + *(uint*)entry))
                {
                    return entry;
                }

                if ((other & 1) != 0)
                {
                    break;
                }
            }

            return null;
        }
    }

    private static bool Equals(ReadOnlySpan<byte> name, byte* text)
    {
        unsafe
        {
            foreach (var character in name)
            {
                if (*text++ != character)
                {
                    return false;
                }
            }

            return *text == 0;
        }
    }

    [DllImport("libc")]
    private static unsafe extern int dlinfo(nint handle, int request, out nint result);
}
