using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// The names that an ELF file exports, read from its dynamic symbol table (elf(5)). Only 64-bit little-endian files are
/// read; others have no names here.
/// </summary>
internal static class ElfSymbols
{
    private const uint DynamicSymbols = 11; // SHT_DYNSYM
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const int LocalBinding = 0;     // STB_LOCAL, in the upper half of the info byte

    public static IReadOnlyList<string> ExportedNames(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path));
            return Read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            // The file cannot be read or is malformed: there are no names to suggest.
            return [];
        }
    }

    private static List<string> Read(BinaryReader file)
    {
        var names = new List<string>();
        var identification = file.ReadBytes(16);
        var isElf64 = identification.Length == 16
            && identification[0] == 0x7F && identification[1] == 'E' && identification[2] == 'L' && identification[3] == 'F'
            && identification[4] == 2 && identification[5] == 1;
        if (!isElf64)
        {
            return names;
        }

        // Elf64_Ehdr: e_shoff at 40, e_shnum at 60.
        var sections = At(file, 40).ReadInt64();
        var count = At(file, 60).ReadUInt16();
        for (var index = 0; index < count; index++)
        {
            var section = sections + (index * SectionHeaderSize);
            if (At(file, section + 4).ReadUInt32() == DynamicSymbols)
            {
                // Elf64_Shdr: sh_offset at 24, sh_size at 32, sh_link (the section with the names) at 40.
                var symbols = Section(file, section);
                var link = At(file, section + 40).ReadUInt32();
                AddNames(names, symbols, Section(file, sections + (link * SectionHeaderSize)));
            }
        }

        return names;
    }

    private static void AddNames(List<string> names, byte[] symbols, byte[] strings)
    {
        for (var symbol = 0; symbol + SymbolSize <= symbols.Length; symbol += SymbolSize)
        {
            // Elf64_Sym: st_name at 0, st_info at 4, st_shndx at 6 (zero for imported names).
            var isExported = symbols[symbol + 4] >> 4 != LocalBinding && BitConverter.ToUInt16(symbols, symbol + 6) != 0;
            var start = BitConverter.ToInt32(symbols, symbol);
            if (isExported && start > 0 && start < strings.Length)
            {
                var end = Array.IndexOf(strings, (byte)0, start);
                names.Add(Encoding.UTF8.GetString(strings, start, (end < 0 ? strings.Length : end) - start));
            }
        }
    }

    private static byte[] Section(BinaryReader file, long header)
    {
        var offset = At(file, header + 24).ReadInt64();
        var size = file.ReadInt64();
        return At(file, offset).ReadBytes(checked((int)Math.Min(size, file.BaseStream.Length)));
    }

    private static BinaryReader At(BinaryReader file, long offset)
    {
        file.BaseStream.Position = offset;
        return file;
    }
}
