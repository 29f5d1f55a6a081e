using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>Eight arguments of five types.</summary>
public unsafe class Mixed
{
    private const int Calls = 1000;

    private readonly delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> _raw =
        (delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double>)NativeExports.AddressOf("mixed");
    private readonly NativeCallback<MixedFunction> _callback = new(NativeExports.AddressOf("mixed"));
    private readonly MixedFunction _delegate = new NativeCallback<MixedFunction>(NativeExports.AddressOf("mixed")).ToDelegate();
    private readonly MixedFunction _marshalled =
        Marshal.GetDelegateForFunctionPointer<MixedFunction>(NativeExports.AddressOf("mixed"));
    private readonly double _x = 0.7;
    private readonly int _i = 3;

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public double Raw() => _raw(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double Invoke() => _callback.Invoke(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double ToDelegate() => _delegate(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double MarshalDelegate() => _marshalled(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double DllImport() => DllImports.Mixed(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double LibraryImport() => LibraryImports.Mixed(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawAgain() => _raw(_i, _x, 5, 7, 11, 13, 17, 19);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double RawInLoop()
    {
        var f = _raw;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double InvokeInLoop()
    {
        var f = _callback;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f.Invoke(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double ToDelegateInLoop()
    {
        var f = _delegate;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double MarshalDelegateInLoop()
    {
        var f = _marshalled;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double DllImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = DllImports.Mixed(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double LibraryImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = LibraryImports.Mixed(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double RawAgainInLoop()
    {
        var f = _raw;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_i, _x, 5, 7, 11, 13, 17, 19);
        }

        return last;
    }
}
