using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A structure by value that crosses in memory.</summary>
public unsafe class StructOf24Bytes
{
    private const int Calls = 1000;

    private readonly delegate* unmanaged[Cdecl]<Triple, double> _raw =
        (delegate* unmanaged[Cdecl]<Triple, double>)NativeExports.AddressOf("weigh_triple");
    private readonly NativeCallback<WeighTriple> _callback = new(NativeExports.AddressOf("weigh_triple"));
    private readonly WeighTriple _delegate = new NativeCallback<WeighTriple>(NativeExports.AddressOf("weigh_triple")).ToDelegate();
    private readonly WeighTriple _marshalled =
        Marshal.GetDelegateForFunctionPointer<WeighTriple>(NativeExports.AddressOf("weigh_triple"));
    private readonly Triple _value = new(0.7, 3, 5);

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public double Raw() => _raw(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double Invoke() => _callback.Invoke(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double ToDelegate() => _delegate(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double MarshalDelegate() => _marshalled(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double DllImport() => DllImports.WeighTriple(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double LibraryImport() => LibraryImports.WeighTriple(_value);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawAgain() => _raw(_value);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double RawInLoop()
    {
        var f = _raw;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_value);
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
            last = f.Invoke(_value);
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
            last = f(_value);
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
            last = f(_value);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double DllImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = DllImports.WeighTriple(_value);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double LibraryImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = LibraryImports.WeighTriple(_value);
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
            last = f(_value);
        }

        return last;
    }
}
