using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A native function as an argument, which the callee calls once.</summary>
public unsafe class NativeFunctionArgument
{
    private const int Calls = 1000;

    private readonly delegate* unmanaged[Cdecl]<nint, double, double> _raw =
        (delegate* unmanaged[Cdecl]<nint, double, double>)NativeExports.AddressOf("apply");
    private readonly NativeCallback<Apply> _callback = new(NativeExports.AddressOf("apply"));
    private readonly Apply _delegate = new NativeCallback<Apply>(NativeExports.AddressOf("apply")).ToDelegate();
    private readonly MarshalledApply _marshalled =
        Marshal.GetDelegateForFunctionPointer<MarshalledApply>(NativeExports.AddressOf("apply"));
    private readonly nint _address = NativeExports.AddressOf("line");
    private readonly NativeCallback<ScalarFunction> _function = new(NativeExports.AddressOf("line"));
    private readonly double _x = 0.7;

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public double Raw() => _raw(_address, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double Invoke() => _callback.Invoke(_function, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double ToDelegate() => _delegate(_function, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double MarshalDelegate() => _marshalled(_address, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double DllImport() => DllImports.Apply(_address, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double LibraryImport() => LibraryImports.Apply(_address, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawAgain() => _raw(_address, _x);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double RawInLoop()
    {
        var f = _raw;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_address, _x);
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
            last = f.Invoke(_function, _x);
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
            last = f(_function, _x);
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
            last = f(_address, _x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double DllImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = DllImports.Apply(_address, _x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double LibraryImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = LibraryImports.Apply(_address, _x);
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
            last = f(_address, _x);
        }

        return last;
    }
}
