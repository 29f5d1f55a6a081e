using System;
using System.IO;
using System.Linq;
using System.Text;

namespace NativeCallbacks.Tests.Modules;

/// <summary>The names that a Windows library exports, from files that are made here. The class is the library's own, compiled into the tests.</summary>
public sealed class PeSymbolsTests : IDisposable
{
    private const int NewHeader = 0x80;
    private const uint TextAddress = 0x1000;
    private const uint ExportAddress = 0x3000;
    private const int TextOffset = 0x400;
    private const int ExportOffset = 0x600;

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ExportedNames_OfALibrary_AreThoseOfItsTable(bool is64Bit)
    {
        File.WriteAllBytes(_path, Library(is64Bit, "matrix_double", "żółw", "f"));

        PeSymbols.ExportedNames(_path).Should().Equal("matrix_double", "żółw", "f");
    }

    [Fact]
    public void ExportedNames_OfALibraryWithoutExports_AreNone()
    {
        File.WriteAllBytes(_path, Library(is64Bit: true));

        PeSymbols.ExportedNames(_path).Should().BeEmpty();
        PeSymbols.ExportedNames(_path + ".missing").Should().BeEmpty();
        PeSymbols.ExportedNames(Path.Combine(AppContext.BaseDirectory, "NativeCallbacks.dll")).Should().BeEmpty("an assembly is such a file too, and exports nothing");
    }

    [Fact]
    public void ExportedNames_OfDamagedFiles_AreNoneOrSome_AndNeverAnException()
    {
        var whole = Library(is64Bit: true, "matrix_double", "f");
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole.Take(length).ToArray());
            PeSymbols.ExportedNames(_path).Should().BeEmpty("the last name is at the end of the file");
        }

        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 4; i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(_path, damaged);
            PeSymbols.ExportedNames(_path).Count.Should().BeLessThanOrEqualTo(damaged.Length);
        }
    }

    /// <summary>The headers, two sections, and an export table in the second; by the PE/COFF specification.</summary>
    private static byte[] Library(bool is64Bit, params string[] names)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var directories = is64Bit ? 112 : 96;
        Put(0, (ushort)0x5A4D);
        Put(60, NewHeader);
        Put(NewHeader, 0x4550);
        Put(NewHeader + 6, (ushort)2);
        Put(NewHeader + 20, (ushort)(directories + 8));
        Put(NewHeader + 24, (ushort)(is64Bit ? 0x20B : 0x10B));
        Put(NewHeader + 24 + directories, names.Length == 0 ? 0 : ExportAddress);
        Section(0, TextAddress, 0x200, TextOffset);
        Section(1, ExportAddress, 0x200, ExportOffset);

        Put(ExportOffset + 24, names.Length);
        Put(ExportOffset + 32, ExportAddress + 40);
        var text = ExportOffset + 40 + (4 * names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            Put(ExportOffset + 40 + (4 * i), (uint)(text - ExportOffset) + ExportAddress);
            stream.Position = text;
            writer.Write(Encoding.UTF8.GetBytes(names[i] + '\0'));
            text = (int)stream.Position;
        }

        return stream.ToArray();

        void Section(int index, uint address, int size, int offset)
        {
            var header = NewHeader + 24 + directories + 8 + (40 * index);
            Put(header + 12, address);
            Put(header + 16, size);
            Put(header + 20, offset);
        }

        void Put(int offset, object value)
        {
            stream.Position = offset;
            switch (value)
            {
                case ushort number:
                    writer.Write(number);
                    break;
                case int number:
                    writer.Write(number);
                    break;
                default:
                    writer.Write((uint)value);
                    break;
            }
        }
    }
}
