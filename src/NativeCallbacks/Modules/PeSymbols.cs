using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// The names that a Windows library exports, read from the export table of its file (the PE/COFF specification). Files of 32 and
/// 64 bits are read.
/// </summary>
internal static class PeSymbols
{
    private const ushort DosSignature = 0x5A4D;  // "MZ"
    private const uint PeSignature = 0x4550;     // "PE\0\0"
    private const ushort Format64 = 0x20B;       // PE32+
    private const int SectionHeaderSize = 40;
    private const int LongestName = 4096;

    public static IReadOnlyList<string> ExportedNames(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path));
            return Read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The file cannot be read or is malformed: there are no names to suggest.
            return [];
        }
    }

    private static List<string> Read(BinaryReader file)
    {
        var names = new List<string>();
        if (file.ReadUInt16() != DosSignature)
        {
            return names;
        }

        // e_lfanew at 60; the COFF header follows the signature: NumberOfSections at 2, SizeOfOptionalHeader at 16.
        var header = (long)At(file, 60).ReadUInt32();
        if (At(file, header).ReadUInt32() != PeSignature)
        {
            return names;
        }

        var sectionCount = At(file, header + 6).ReadUInt16();
        var optionalSize = At(file, header + 20).ReadUInt16();
        var optional = header + 24;

        // The optional header: Magic at 0, and the data directories after 96 or 112 bytes, the export table first.
        var directories = optional + (At(file, optional).ReadUInt16() == Format64 ? 112 : 96);
        var exportTable = At(file, directories).ReadUInt32();
        var sections = ReadSections(At(file, optional + optionalSize), sectionCount);
        if (exportTable == 0 || Offset(sections, exportTable) is not { } exports)
        {
            return names;
        }

        // The export directory: NumberOfNames at 24, AddressOfNames at 32, where each name has an address of 4 bytes.
        var count = At(file, exports + 24).ReadUInt32();
        var addresses = Offset(sections, At(file, exports + 32).ReadUInt32());
        for (var index = 0L; index < count && addresses is { } start; index++)
        {
            if (Offset(sections, At(file, start + (index * sizeof(uint))).ReadUInt32()) is { } name)
            {
                names.Add(NameAt(file, name));
            }
        }

        return names;
    }

    private static (uint Address, uint Size, uint Offset)[] ReadSections(BinaryReader file, int count)
    {
        var sections = new (uint Address, uint Size, uint Offset)[count];
        var start = file.BaseStream.Position;
        for (var index = 0; index < count; index++)
        {
            // VirtualAddress at 12, SizeOfRawData at 16, PointerToRawData at 20.
            var address = At(file, start + (index * SectionHeaderSize) + 12).ReadUInt32();
            sections[index] = (address, file.ReadUInt32(), file.ReadUInt32());
        }

        return sections;
    }

    /// <summary>Where in the file an address of the loaded library is; null if it is in none of the sections.</summary>
    private static long? Offset((uint Address, uint Size, uint Offset)[] sections, uint address)
    {
        foreach (var (start, size, offset) in sections)
        {
            if (address >= start && address - start < size)
            {
                return offset + (long)(address - start);
            }
        }

        return null;
    }

    private static string NameAt(BinaryReader file, long offset)
    {
        var bytes = new List<byte>();
        var next = At(file, offset);
        while (next.ReadByte() is not 0 and var letter && bytes.Count < LongestName)
        {
            bytes.Add(letter);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static BinaryReader At(BinaryReader file, long offset)
    {
        file.BaseStream.Position = offset;
        return file;
    }
}
