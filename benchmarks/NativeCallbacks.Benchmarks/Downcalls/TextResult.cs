using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>Text that native code returns and keeps, as a string: LibraryImport would free it, so the address is read by hand.</summary>
public unsafe class TextResult
{
    private const int Length = 16;

    private readonly delegate* unmanaged[Cdecl]<int, byte*> _raw =
        (delegate* unmanaged[Cdecl]<int, byte*>)NativeExports.AddressOf("text_of");
    private readonly NativeCallback<TextOf> _callback = new(NativeExports.AddressOf("text_of"));
    private readonly NativeCallback<PointerOf> _pointer = new(NativeExports.AddressOf("text_of"));

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public string Raw() => Marshal.PtrToStringUTF8((nint)_raw(Length))!;

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public string Invoke() => _callback.Invoke(Length);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public string InvokePointer() => _pointer.Invoke(Length).ToString();

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public string LibraryImport() => Marshal.PtrToStringUTF8(LibraryImports.TextOf(Length))!;

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public string RawAgain() => Marshal.PtrToStringUTF8((nint)_raw(Length))!;
}
