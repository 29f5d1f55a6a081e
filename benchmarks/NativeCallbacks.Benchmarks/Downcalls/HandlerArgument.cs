using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A C# handler as an argument, which the callee calls once. Each contender hands it over in its own way.</summary>
public unsafe partial class HandlerArgument : IDisposable
{
    private const int Calls = 1000;

    private readonly delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<double, double>, double, double> _raw =
        (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<double, double>, double, double>)NativeExports.AddressOf("apply");

    private readonly NativeCallback<Apply> _callback = new(NativeExports.AddressOf("apply"));
    private readonly Apply _delegate = new NativeCallback<Apply>(NativeExports.AddressOf("apply")).ToDelegate();
    private readonly MarshalledApplyHandler _marshalled =
        Marshal.GetDelegateForFunctionPointer<MarshalledApplyHandler>(NativeExports.AddressOf("apply"));

    private readonly ScalarFunction _handler = Line;
    private readonly ManagedCallback<ScalarFunction> _managed = new ScalarFunction(Line).ToManagedCallback();
    private readonly double _x = 0.7;

    [StaticCallback(nameof(Line))]
    internal static partial NativeCallback<ScalarFunction> StaticLine { get; }

    private static Exception? Fault { get; set; }

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public double Raw() => _raw(&HandWrittenLine, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double InvokeStaticCallback() => _callback.Invoke(StaticLine, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double Invoke() => _callback.Invoke(_managed.Callback, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double ToDelegate() => _delegate(_managed.Callback, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double MarshalDelegate() => _marshalled(_handler, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double DllImport() => DllImports.ApplyHandler(_handler, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double LibraryImport() => LibraryImports.ApplyHandler(_handler, _x);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public double RawAgain() => _raw(&HandWrittenLine, _x);

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double RawInLoop()
    {
        var f = _raw;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f(&HandWrittenLine, _x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double InvokeStaticCallbackInLoop()
    {
        var f = _callback;
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = f.Invoke(StaticLine, _x);
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
            last = f.Invoke(_managed.Callback, _x);
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
            last = f(_managed.Callback, _x);
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
            last = f(_handler, _x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double DllImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = DllImports.ApplyHandler(_handler, _x);
        }

        return last;
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public double LibraryImportInLoop()
    {
        var last = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            last = LibraryImports.ApplyHandler(_handler, _x);
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
            last = f(&HandWrittenLine, _x);
        }

        return last;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _managed.Dispose();
        GC.SuppressFinalize(this);
    }

    private static double Line(double x) => (1.5 * x) + 0.25;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double HandWrittenLine(double x)
    {
        try
        {
            return Line(x);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return 0;
        }
    }
}
