using System.Linq;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A string as UTF-16, of ASCII letters: pinned, and looked through for a NUL by the library alone.</summary>
public unsafe class WideText
{
    private readonly delegate* unmanaged[Cdecl]<char*, long> _raw =
        (delegate* unmanaged[Cdecl]<char*, long>)NativeExports.AddressOf("wide_text_length");
    private readonly NativeCallback<WideTextLength> _callback = new(NativeExports.AddressOf("wide_text_length"));
    private readonly WideTextLength _delegate = new NativeCallback<WideTextLength>(NativeExports.AddressOf("wide_text_length")).ToDelegate();

    private string _text = "";

    [Params(16, 1000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Agree()
    {
        _text = string.Concat(Enumerable.Range(0, Length).Select(static i => (char)('a' + (i % 26))));
        Agreement.Check(this);
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public long Raw()
    {
        fixed (char* text = _text)
        {
            return _raw(text);
        }
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long Invoke() => _callback.Invoke(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long ToDelegate() => _delegate(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long DllImport() => DllImports.WideTextLength(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long LibraryImport() => LibraryImports.WideTextLength(_text);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public long RawAgain()
    {
        fixed (char* text = _text)
        {
            return _raw(text);
        }
    }
}
