namespace NativeCallbacks.LibraryTests;

/// <summary>
/// C: <c>size_t write_callback(char *ptr, size_t size, size_t nmemb, void *userdata)</c>, and the header function. Anything but the number
/// of bytes ends the transfer.
/// </summary>
[NativeSignature]
internal delegate nuint CurlWrite(
    [Shape(nameof(size), nameof(count))] ReadOnlySpan<byte> data, nuint size, nuint count, [UserData] nint context);

/// <summary>C: <c>size_t read_callback(char *buffer, size_t size, size_t nitems, void *userdata)</c>. Zero is the end of the data.</summary>
[NativeSignature]
internal delegate nuint CurlRead([Shape(nameof(size), nameof(count))] Span<byte> buffer, nuint size, nuint count, [UserData] nint context);

/// <summary>The same function, whose faults end the transfer: CURL_READFUNC_ABORT.</summary>
[NativeSignature]
[return: FaultResult(0x10000000)]
internal delegate nuint CurlReadOrAbort(
    [Shape(nameof(size), nameof(count))] Span<byte> buffer, nuint size, nuint count, [UserData] nint context);

/// <summary>
/// C: <c>int progress_callback(void *clientp, curl_off_t dltotal, curl_off_t dlnow, curl_off_t ultotal, curl_off_t ulnow)</c>. Zero goes on.
/// </summary>
[NativeSignature]
internal delegate int CurlProgress([UserData] nint context, long downTotal, long down, long upTotal, long up);

/// <summary>C: <c>CURL *curl_easy_init(void)</c></summary>
[NativeSignature]
internal delegate nint CurlCreate();

/// <summary>C: <c>void curl_easy_cleanup(CURL *handle)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate void CurlFree(nint handle);

/// <summary>
/// C: <c>CURLcode curl_easy_setopt(CURL *handle, CURLoption option, ...)</c>. What is behind the dots is one pointer or one <c>long</c>,
/// which x86-64 (System V) and Linux arm64 pass as they pass any other.
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CurlSetPointer(nint handle, int option, nint value);

/// <summary>The same function, with a text, which libcurl copies.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CurlSetText(nint handle, int option, string value);

/// <summary>C: <c>CURLcode curl_easy_perform(CURL *handle)</c></summary>
[NativeSignature]
internal delegate int CurlPerform(nint handle);

/// <summary>The same function, whose failures are exceptions.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CurlPerformOrThrow(nint handle);

/// <summary>libcurl.</summary>
internal static class Curl
{
    public const string FileName = "libcurl.so.4";
    public const int WriteFunction = 20011;
    public const int WriteData = 10001;
    public const int ReadFunction = 20012;
    public const int ReadData = 10009;
    public const int HeaderFunction = 20079;
    public const int HeaderData = 10029;
    public const int ProgressFunction = 20219;
    public const int ProgressData = 10057;
    public const int NoProgress = 43;
    public const int Upload = 46;
    public const int NoSignal = 99;
    public const int Url = 10002;
    public const int NoProxy = 10177;

    /// <summary>CURLE_WRITE_ERROR.</summary>
    public const int WriteError = 23;

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<CurlCreate> Create { get; } = Module.GetCallback<CurlCreate>("curl_easy_init");

    public static NativeCallback<CurlFree> Free { get; } = Module.GetCallback<CurlFree>("curl_easy_cleanup");

    public static NativeCallback<CurlSetPointer> SetPointer { get; } = Module.GetCallback<CurlSetPointer>("curl_easy_setopt");

    public static NativeCallback<CurlSetText> SetText { get; } = Module.GetCallback<CurlSetText>("curl_easy_setopt");

    public static NativeCallback<CurlPerform> Perform { get; } = Module.GetCallback<CurlPerform>("curl_easy_perform");

    public static NativeCallback<CurlPerformOrThrow> PerformOrThrow { get; } = Module.GetCallback<CurlPerformOrThrow>("curl_easy_perform");
}

/// <summary>A transfer, which can be performed again and again.</summary>
internal sealed class CurlTransfer : IDisposable
{
    private readonly ManagedCallback<CurlWrite> _discard = new CurlWrite(static (data, _, _, _) => (nuint)data.Length).ToManagedCallback();

    public CurlTransfer(string url)
    {
        Curl.SetText.Invoke(Handle, Curl.Url, url);
        Curl.SetText.Invoke(Handle, Curl.NoProxy, "*");
        Curl.SetPointer.Invoke(Handle, Curl.NoSignal, 1);
        Set(Curl.WriteFunction, Curl.WriteData, _discard);
    }

    public nint Handle { get; } = Curl.Create.Invoke();

    /// <summary>Sets a function and its context.</summary>
    public void Set<TSignature>(int functionOption, int dataOption, ManagedCallback<TSignature> callback)
        where TSignature : Delegate
    {
        Curl.SetPointer.Invoke(Handle, functionOption, callback.Callback.Address);
        Curl.SetPointer.Invoke(Handle, dataOption, callback.UserData);
    }

    public void Set(int option, nint value) => Curl.SetPointer.Invoke(Handle, option, value);

    /// <summary>Performs the transfer.</summary>
    /// <returns>libcurl's own result, which the tests compare beside the exceptions.</returns>
    public int Perform() => Curl.Perform.Invoke(Handle);

    public void Dispose()
    {
        Curl.Free.Invoke(Handle);
        _discard.Dispose();
    }
}
