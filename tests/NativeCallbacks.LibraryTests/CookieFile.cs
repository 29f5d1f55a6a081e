namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>ssize_t (*cookie_read_function_t)(void *cookie, char *buf, size_t size)</c>. Zero is the end, -1 an error.</summary>
[NativeSignature]
[return: FaultResult(-1)]
internal delegate nint CookieRead([UserData] nint cookie, [Shape(nameof(size))] Span<byte> buffer, nuint size);

/// <summary>C: <c>ssize_t (*cookie_write_function_t)(void *cookie, const char *buf, size_t size)</c>. Zero is an error.</summary>
[NativeSignature]
[return: FaultResult(0)]
internal delegate nint CookieWrite([UserData] nint cookie, [Shape(nameof(size))] ReadOnlySpan<byte> buffer, nuint size);

/// <summary>C: <c>int (*cookie_seek_function_t)(void *cookie, off64_t *offset, int whence)</c>. The offset becomes the new position.</summary>
[NativeSignature]
[return: FaultResult(-1)]
internal delegate int CookieSeek([UserData] nint cookie, ref long offset, int origin);

/// <summary>C: <c>int (*cookie_close_function_t)(void *cookie)</c></summary>
[NativeSignature]
[return: FaultResult(-1)]
internal delegate int CookieClose([UserData] nint cookie);

/// <summary>C: <c>cookie_io_functions_t</c>, which is passed by value.</summary>
internal readonly record struct CookieFunctions(
    NativeCallback<CookieRead> Read, NativeCallback<CookieWrite> Write, NativeCallback<CookieSeek> Seek, NativeCallback<CookieClose> Close);

/// <summary>The files of the C library.</summary>
[NativeApi(FileName)]
internal static partial class StandardIo
{
    public const string FileName = "libc.so.6";

    /// <summary>C: <c>FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t io_funcs)</c></summary>
    [Symbol("fopencookie")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint Open(nint cookie, string mode, CookieFunctions functions);

    /// <summary>C: <c>size_t fread(void *ptr, size_t size, size_t nmemb, FILE *stream)</c></summary>
    [Symbol("fread")]
    public static partial nuint Read([Shape(nameof(size), nameof(count), InBytes = true)] Span<byte> buffer, nuint size, nuint count, nint file);

    /// <summary>C: <c>size_t fwrite(const void *ptr, size_t size, size_t nmemb, FILE *stream)</c></summary>
    [Symbol("fwrite")]
    public static partial nuint Write([Shape(nameof(size), nameof(count), InBytes = true)] ReadOnlySpan<byte> buffer, nuint size, nuint count, nint file);

    [Symbol("fputs")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int Print(string text, nint file);

    [Symbol("fseeko")]
    [return: StatusCode]
    public static partial int Seek(nint file, CLong offset, SeekOrigin origin);

    [Symbol("ftello")]
    public static partial CLong Tell(nint file);

    [Symbol("fflush")]
    [return: StatusCode]
    public static partial int Flush(nint file);

    [Symbol("fclose")]
    [return: StatusCode]
    public static partial int Close(nint file);
}

/// <summary>A stream of .NET as a file of C, which reads and writes it by four functions that share one cookie.</summary>
internal sealed partial class CookieFile : IDisposable
{
    private readonly Stream _stream;
    private readonly CallbackState<CookieFile> _state;

    public CookieFile(Stream stream, string mode)
    {
        _stream = stream;
        _state = new CallbackState<CookieFile>(this);
        Handle = StandardIo.Open(_state.UserData, mode, new CookieFunctions(Reader, Writer, Seeker, Closer));
    }

    /// <summary>The <c>FILE *</c>; zero once it is closed.</summary>
    public nint Handle { get; private set; }

    /// <summary>The function that throws; null for none.</summary>
    public string? Fails { get; set; }

    /// <summary>How often each function was called.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    [StaticCallback(nameof(Read))] private static partial NativeCallback<CookieRead> Reader { get; }
    private static nint Read([UserData] CookieFile self, Span<byte> buffer, nuint size) => self.Call("Read")._stream.Read(buffer);

    [StaticCallback(nameof(Write))] private static partial NativeCallback<CookieWrite> Writer { get; }
    private static nint Write([UserData] CookieFile self, ReadOnlySpan<byte> buffer, nuint size)
    {
        self.Call("Write")._stream.Write(buffer);
        return buffer.Length;
    }

    [StaticCallback(nameof(Seek))] private static partial NativeCallback<CookieSeek> Seeker { get; }
    private static int Seek([UserData] CookieFile self, ref long offset, int origin)
    {
        offset = self.Call("Seek")._stream.Seek(offset, (SeekOrigin)origin);
        return 0;
    }

    [StaticCallback(nameof(Close))] private static partial NativeCallback<CookieClose> Closer { get; }
    private static int Close([UserData] CookieFile self)
    {
        self.Call("Close")._stream.Flush();
        return 0;
    }

    /// <summary>Closes the file, whose memory C frees even if that fails.</summary>
    public void Close()
    {
        var file = Handle;
        Handle = 0;
        StandardIo.Close(file);
    }

    public void Dispose()
    {
        if (Handle != 0)
        {
            Close();
        }

        _state.Dispose();
    }

    private CookieFile Call(string function)
    {
        Calls[function] = Calls.GetValueOrDefault(function) + 1;
        return function == Fails ? throw new InvalidTimeZoneException(function) : this;
    }
}
