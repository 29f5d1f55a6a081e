using System.Linq;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Benchmarks.Downcalls;

namespace NativeCallbacks.Benchmarks.Maps;

/// <summary>A function of two numbers over two spans, for each element.</summary>
public unsafe class MapBinary
{
    private const int Count = 1000;

    private readonly delegate* unmanaged[Cdecl]<nint, double*, double*, double*, int, void> _loopInC =
        (delegate* unmanaged[Cdecl]<nint, double*, double*, double*, int, void>)NativeExports.AddressOf("map_binary");

    private readonly double[] _x = [.. Enumerable.Range(0, Count).Select(static i => i / (double)Count)];
    private readonly double[] _y = [.. Enumerable.Range(0, Count).Select(static i => 3 - (i / (double)Count))];
    private readonly double[] _results = new double[Count];

    private nint _address;
    private NativeCallback<BinaryFunction> _callback;
    private NativeCallback<SuppressedBinaryFunction> _suppressed;

    /// <summary>One that does next to nothing, and one that does some work.</summary>
    [Params("plane", "power")]
    public string Function { get; set; } = "";

    [GlobalSetup]
    public void Agree()
    {
        _address = NativeExports.AddressOf(Function);
        _callback = new NativeCallback<BinaryFunction>(_address);
        _suppressed = new NativeCallback<SuppressedBinaryFunction>(_address);
        Agreement.Check(this, () => Results.Take(_results));
    }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public void LoopInC()
    {
        fixed (double* x = _x, y = _y, results = _results)
        {
            _loopInC(_address, x, y, results, Count);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Map() => _callback.Map(_x, _y, _results);

    [Benchmark(OperationsPerInvoke = Count)]
    public void PinnedLoop()
    {
        var f = (delegate* unmanaged[Cdecl]<double, double, double>)_address;
        fixed (double* x = _x, y = _y, results = _results)
        {
            for (double* from = x, with = y, to = results, end = x + Count; from != end; from++, with++, to++)
            {
                *to = f(*from, *with);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void InvokeLoop()
    {
        var (f, x, y, results) = (_callback, _x, _y, _results);
        for (var i = 0; i < x.Length; i++)
        {
            results[i] = f.Invoke(x[i], y[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void MapSuppressed() => _suppressed.Map(_x, _y, _results);

    [Benchmark(OperationsPerInvoke = Count)]
    public void PinnedLoopSuppressed()
    {
        var f = (delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double, double>)_address;
        fixed (double* x = _x, y = _y, results = _results)
        {
            for (double* from = x, with = y, to = results, end = x + Count; from != end; from++, with++, to++)
            {
                *to = f(*from, *with);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void LoopInCAgain()
    {
        fixed (double* x = _x, y = _y, results = _results)
        {
            _loopInC(_address, x, y, results, Count);
        }
    }
}
