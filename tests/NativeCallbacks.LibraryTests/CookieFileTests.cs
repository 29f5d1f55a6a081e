using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>The C library reads and writes a stream of .NET, by functions that it gets in a struct by value.</summary>
public class CookieFileTests
{
    [LibraryFact(StandardIo.FileName)]
    public void File_OverAStream_ReadsAndWritesWhereItStands()
    {
        using var stream = new MemoryStream();
        using var file = new CookieFile(stream, "w+");

        StandardIo.Print("żółw 0123456789", file.Handle);
        StandardIo.Flush(file.Handle);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("żółw 0123456789");

        StandardIo.Seek(file.Handle, new CLong(-4), SeekOrigin.End);
        var buffer = new byte[3];
        StandardIo.Read(buffer, 1, 3, file.Handle).Should().Be(3);
        buffer.Should().Equal("678"u8.ToArray());
        StandardIo.Tell(file.Handle).Value.Should().Be(17);
        StandardIo.Read(buffer, 1, 3, file.Handle).Should().Be(1, "one byte is left");
        buffer[0].Should().Be((byte)'9');

        file.Close();
        file.Calls.Keys.Should().BeEquivalentTo("Read", "Write", "Seek", "Close");
        file.Calls["Close"].Should().Be(1);
    }

    [LibraryFact(StandardIo.FileName)]
    public void File_OfManyBlocks_WhileTheCollectorWorks_HasEveryByte()
    {
        var random = new Random(11);
        var expected = new byte[300_000];
        random.NextBytes(expected);
        using var stream = new MemoryStream();
        using (var writer = new CookieFile(stream, "w"))
        {
            for (var start = 0; start < expected.Length;)
            {
                var count = Math.Min(expected.Length - start, 1 + random.Next(9_000));
                StandardIo.Write(expected.AsSpan(start, count), 1, (nuint)count, writer.Handle).Should().Be((nuint)count);
                start += count;
                GC.Collect(0);
            }
        }

        stream.ToArray().Should().Equal(expected);
        stream.Position = 0;
        using var reader = new CookieFile(stream, "r");
        var read = new byte[expected.Length];
        StandardIo.Read(read, 3, (nuint)(read.Length / 3), reader.Handle).Should().Be((nuint)(read.Length / 3));
        read.Should().Equal(expected);
    }

    [LibraryTheory(StandardIo.FileName)]
    [InlineData("Read")]
    [InlineData("Write")]
    [InlineData("Seek")]
    [InlineData("Close")]
    public void Exception_OfAFunction_ArrivesInTheCallDuringWhichItHappened(string function)
    {
        using var stream = new MemoryStream([1, 2, 3]);
        using var file = new CookieFile(stream, "r+") { Fails = function };
        var buffer = new byte[2];
        if (function == "Write")
        {
            StandardIo.Print("xy", file.Handle); // stays in the file's buffer
        }

        Action call = function switch
        {
            "Read" => () => StandardIo.Read(buffer, 1, 2, file.Handle),
            "Write" => () => StandardIo.Flush(file.Handle),
            "Seek" => () => StandardIo.Seek(file.Handle, new CLong(-1), SeekOrigin.End),
            _ => file.Close,
        };

        call.Should().Throw<InvalidTimeZoneException>().WithMessage(function);
        file.Calls[function].Should().Be(1);
        file.Fails = null;
        if (function == "Seek")
        {
            StandardIo.Seek(file.Handle, new CLong(-1), SeekOrigin.End);
            StandardIo.Read(buffer, 1, 1, file.Handle).Should().Be(1, "after the exception, C calls again");
            buffer[0].Should().Be(3);
        }
    }

    [LibraryFact(StandardIo.FileName)]
    public void Read_OfMoreBytesThanTheBufferHas_IsRefused()
    {
        using var file = new CookieFile(new MemoryStream([1, 2, 3]), "r");
        var buffer = new byte[5];

        FluentActions.Invoking(() => StandardIo.Read(buffer, 2, 3, file.Handle)).Should().ThrowExactly<ArgumentException>().WithParameterName("buffer");
        file.Calls.Should().BeEmpty();
    }
}
