namespace NativeCallbacks.LibraryTests;

/// <summary>Text, handles and counts of bytes, as libraries other than SQLite have them.</summary>
public class TextTests
{
    [LibraryFact(LibC.FileName)]
    public void GetVariable_CopiesTheText_AndNullIsNull()
    {
        LibCTexts.SetVariable.Invoke("NATIVECALLBACKS_TEXT", "żółw");

        LibCTexts.GetVariable.Invoke("NATIVECALLBACKS_TEXT").Should().Be("żółw");
        LibCTexts.SetVariable.Invoke("NATIVECALLBACKS_TEXT", "other", 0);
        LibCTexts.GetVariable.Invoke("NATIVECALLBACKS_TEXT").Should().Be("żółw", "that is what 0 is for");
        LibCTexts.GetVariable.Invoke("NATIVECALLBACKS_NO_TEXT").Should().BeNull();
    }

    [LibraryTheory(LibC.FileName)]
    [InlineData(1)]
    [InlineData(10_000)] // too long for the stack: native memory is freed after the call
    public void ReplaceProgram_WithTexts_KeepsErrno(int length)
    {
        LibCTexts.ReplaceProgram.Invoke("/no/such/program", ["program", new string('a', length)]).Should().Be(-1);

        Marshal.GetLastPInvokeError().Should().Be(2, "that is ENOENT");
    }

    [LibraryFact(LibC.FileName)]
    public unsafe void FindByte_CountsBytes()
    {
        ReadOnlySpan<ushort> memory = [0x1122, 0x3344];
        fixed (ushort* start = memory)
        {
            LibCTexts.FindByte.Invoke(memory, 0x33).Should().Be((nint)start + 3);
            LibCTexts.FindByte.Invoke(memory, 0x33, 3).Should().Be(0);
        }

        var find = () => LibCTexts.FindByte.Invoke([1, 2], 9, 5);
        find.Should().Throw<ArgumentException>().WithMessage("memory has 2 elements of 2 bytes, which are 4 bytes, but its shape (bytes: 5) needs 5 bytes.*");
    }

    [LibraryFact(LibC.FileName)]
    public void ReadFile_WithAHandle_ReadsIntoTheSpan()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [1, 0, 0, 0, 2, 0, 0, 0, 3]);
        var items = new int[3];

        using (var file = LibCTexts.Open.Invoke(path))
        {
            LibCTexts.Read.Invoke(items, sizeof(int), 3, file).Should().Be((nuint)2);
            var read = () => LibCTexts.Read.Invoke(items, sizeof(int), 4, file);
            read.Should().Throw<ArgumentException>();
        }

        items.Should().Equal(1, 2, 3);
        File.Delete(path);
        var open = () => LibCTexts.Open.Invoke(path);
        open.Should().Throw<NativeStatusException>();
        Marshal.GetLastPInvokeError().Should().Be(2, "that is ENOENT");
    }

    [LibraryFact(GlibTexts.FileName)]
    public void Join_TakesAllTexts_AndGivesOneToFree()
    {
        foreach (var texts in new string[][] { [], ["one"], ["eins", "zwölf", "", "🐢"], [.. Enumerable.Range(0, 300).Select(static i => $"{i}")] })
        {
            var joined = GlibTexts.Join.Invoke(", ", texts);

            joined.ToString().Should().Be(string.Join(", ", texts));
            GlibTexts.Free.Invoke(joined);
        }
    }

    [LibraryFact(GlibTexts.FileName)]
    public void ToUtf8_OfWideText_GivesIt_AndFailsForHalfAPair()
    {
        var text = GlibTexts.ToUtf8.Invoke("żółw 🐢", new CLong(-1), out var read, out var written, out _);

        text.ToString().Should().Be("żółw 🐢");
        (read.Value, written.Value).Should().Be(((nint)7, (nint)(4 + 3 + 1 + 4)));
        GlibTexts.Free.Invoke(text);
        var convert = () => GlibTexts.ToUtf8.Invoke("a\uD83Db", new CLong(-1), out _, out _, out _);
        convert.Should().Throw<NativeStatusException>();
    }

    [LibraryFact(Git.FileName)]
    public void Open_OfARepository_GivesAHandle_AndOtherwiseAMessage()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        var open = () => Git.Open.Invoke(out _, folder);
        open.Should().Throw<NativeStatusException>().Which.Code.Should().Be(-3, "that is GIT_ENOTFOUND");
        Marshal.PtrToStructure<GitError>(Git.LastError.Invoke()).Message.ToString().Should().Contain(folder);

        Git.Init.Invoke(out var made, folder);
        made.Dispose();
        Git.Open.Invoke(out var repository, folder);
        Git.Folder.Invoke(repository).Should().EndWith(Path.GetFileName(folder) + "/");
        repository.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
