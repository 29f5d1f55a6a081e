using System.Linq;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Benchmarks.Downcalls;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Maps;

/// <summary>A function of one number over a span, for each element.</summary>
public unsafe class MapUnary
{
    private const int Count = 1000;

    private readonly delegate* unmanaged[Cdecl]<nint, double*, double*, int, void> _loopInC =
        (delegate* unmanaged[Cdecl]<nint, double*, double*, int, void>)NativeExports.AddressOf("map_unary");

    private readonly double[] _x = [.. Enumerable.Range(0, Count).Select(static i => i / (double)Count)];
    private readonly double[] _results = new double[Count];

    private nint _address;
    private NativeCallback<ScalarFunction> _callback;
    private NativeCallback<SuppressedFunction> _suppressed;

    /// <summary>One that does next to nothing, and one that does some work.</summary>
    [Params("line", "normal")]
    public string Function { get; set; } = "";

    [GlobalSetup]
    public void Agree()
    {
        _address = NativeExports.AddressOf(Function);
        _callback = new NativeCallback<ScalarFunction>(_address);
        _suppressed = new NativeCallback<SuppressedFunction>(_address);
        Agreement.Check(this, () => Results.Take(_results));
    }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public void LoopInC()
    {
        fixed (double* x = _x, results = _results)
        {
            _loopInC(_address, x, results, Count);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Map() => _callback.Map(_x, _results);

    [Benchmark(OperationsPerInvoke = Count)]
    public void PinnedLoop()
    {
        var f = (delegate* unmanaged[Cdecl]<double, double>)_address;
        fixed (double* x = _x, results = _results)
        {
            for (double* from = x, to = results, end = x + Count; from != end; from++, to++)
            {
                *to = f(*from);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void InvokeLoop()
    {
        var (f, x, results) = (_callback, _x, _results);
        for (var i = 0; i < x.Length; i++)
        {
            results[i] = f.Invoke(x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void MapSuppressed() => _suppressed.Map(_x, _results);

    [Benchmark(OperationsPerInvoke = Count)]
    public void PinnedLoopSuppressed()
    {
        var f = (delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double>)_address;
        fixed (double* x = _x, results = _results)
        {
            for (double* from = x, to = results, end = x + Count; from != end; from++, to++)
            {
                *to = f(*from);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void LoopInCAgain()
    {
        fixed (double* x = _x, results = _results)
        {
            _loopInC(_address, x, results, Count);
        }
    }
}
