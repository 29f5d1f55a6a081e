using System.Buffers;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A string that becomes UTF-8 for the call, of ASCII letters.</summary>
public unsafe class Text
{
    private const int Calls = 100;

    private readonly delegate* unmanaged[Cdecl]<byte*, long> _raw =
        (delegate* unmanaged[Cdecl]<byte*, long>)NativeExports.AddressOf("text_length");
    private readonly NativeCallback<TextLength> _callback = new(NativeExports.AddressOf("text_length"));
    private readonly TextLength _delegate = new NativeCallback<TextLength>(NativeExports.AddressOf("text_length")).ToDelegate();
    private readonly MarshalledTextLength _marshalled =
        Marshal.GetDelegateForFunctionPointer<MarshalledTextLength>(NativeExports.AddressOf("text_length"));

    private string _text = "";

    /// <summary>One that fits into the buffer on the stack, and one that does not.</summary>
    [Params(16, 1000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Agree()
    {
        _text = string.Concat(Enumerable.Range(0, Length).Select(static i => (char)('a' + (i % 26))));
        Agreement.Check(this);
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public long Raw() => CallRaw(_raw, _text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long Invoke() => _callback.Invoke(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long ToDelegate() => _delegate(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long MarshalDelegate() => _marshalled(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long DllImport() => DllImports.TextLength(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long LibraryImport() => LibraryImports.TextLength(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long RawAgain() => CallRaw(_raw, _text);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public long RawInLoop()
    {
        var f = _raw;
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = CallRaw(f, _text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long InvokeInLoop()
    {
        var f = _callback;
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = f.Invoke(_text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long ToDelegateInLoop()
    {
        var f = _delegate;
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long MarshalDelegateInLoop()
    {
        var f = _marshalled;
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long DllImportInLoop()
    {
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = DllImports.TextLength(_text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long LibraryImportInLoop()
    {
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = LibraryImports.TextLength(_text);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public long RawAgainInLoop()
    {
        var f = _raw;
        var last = 0L;
        for (var i = 0; i < Calls; i++)
        {
            last = CallRaw(f, _text);
        }

        return last;
    }

    /// <summary>
    /// The conversion by hand: on the stack where the text is short. Nobody looks for a NUL in it, or for lone surrogates.
    /// </summary>
    [SkipLocalsInit]
    private static long CallRaw(delegate* unmanaged[Cdecl]<byte*, long> f, string text)
    {
        const int Short = 256;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        var rented = most > Short ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[Short];
        bytes[Encoding.UTF8.GetBytes(text, bytes)] = 0;
        long result;
        fixed (byte* start = bytes)
        {
            result = f(start);
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }
}
