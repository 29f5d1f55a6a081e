using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>The cheapest call that has an argument and a result: double (*)(double).</summary>
public unsafe partial class Scalar
{
    private readonly delegate* unmanaged[Cdecl]<double, double> _raw =
        (delegate* unmanaged[Cdecl]<double, double>)NativeExports.AddressOf("line");
    private readonly NativeCallback<ScalarFunction> _callback = new(NativeExports.AddressOf("line"));
    private readonly ScalarFunction _delegate = new NativeCallback<ScalarFunction>(NativeExports.AddressOf("line")).ToDelegate();
    private readonly ScalarFunction _marshalled =
        Marshal.GetDelegateForFunctionPointer<ScalarFunction>(NativeExports.AddressOf("line"));
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double> _rawSuppressed =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double>)NativeExports.AddressOf("line");
    private readonly NativeCallback<SuppressedFunction> _suppressed = new(NativeExports.AddressOf("line"));
    private readonly double _x = 0.7;

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawSuppressed() => _rawSuppressed(_x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double InvokeSuppressed() => _suppressed.Invoke(_x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawSuppressedAgain() => _rawSuppressed(_x);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double RawSuppressedInLoop()
    {
        var f = _rawSuppressed;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double InvokeSuppressedInLoop()
    {
        var f = _suppressed;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f.Invoke(_x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double RawSuppressedAgainInLoop()
    {
        var f = _rawSuppressed;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(_x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double RawSummed()
    {
        var f = _raw;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double InvokeSummed()
    {
        var f = _callback;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f.Invoke(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double ToDelegateSummed()
    {
        var f = _delegate;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double MarshalDelegateSummed()
    {
        var f = _marshalled;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double DllImportSummed()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += DllImports.Line(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double LibraryImportSummed()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += LibraryImports.Line(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double NativeApiSummed()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += NativeApis.Line(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double RawSuppressedSummed()
    {
        var f = _rawSuppressed;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double InvokeSuppressedSummed()
    {
        var f = _suppressed;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f.Invoke(_x);
        }

        return sum;
    }

    [BenchmarkCategory(Categories.Summed), Benchmark(OperationsPerInvoke = Calls)]
    public double RawAgainSummed()
    {
        var f = _raw;
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += f(_x);
        }

        return sum;
    }
}
