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

    private readonly nint _address = NativeExports.AddressOf("line");
    private readonly NativeCallback<ScalarFunction> _callback = new(NativeExports.AddressOf("line"));
    private readonly NativeCallback<SuppressedFunction> _suppressed = new(NativeExports.AddressOf("line"));
    private readonly double[] _x = [.. Enumerable.Range(0, Count).Select(static i => i + 0.5)];
    private readonly double[] _results = new double[Count];

    [GlobalSetup]
    public void Agree() => Agreement.Check(this, () => Results.Take(_results));

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
            for (var i = 0; i < Count; i++)
            {
                results[i] = f(x[i]);
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
            for (var i = 0; i < Count; i++)
            {
                results[i] = f(x[i]);
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
