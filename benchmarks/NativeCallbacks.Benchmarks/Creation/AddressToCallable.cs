using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Creation;

/// <summary>What it costs to make a raw address callable. Each contender calls it once, so that none is optimized away.</summary>
public unsafe class AddressToCallable
{
    private readonly nint _address = NativeExports.AddressOf("line");
    private readonly double _x = 0.7;

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    [Benchmark(Baseline = true)]
    public double Raw() => ((delegate* unmanaged[Cdecl]<double, double>)_address)(_x);

    [Benchmark]
    public double New() => new NativeCallback<ScalarFunction>(_address).Invoke(_x);

    [Benchmark]
    public double Bind() => NativeCallback<ScalarFunction>.Bind(_address, "(float64,) -> float64").Invoke(_x);

    [Benchmark]
    public double NewToDelegate() => new NativeCallback<ScalarFunction>(_address).ToDelegate()(_x);

    [Benchmark]
    public double MarshalDelegate() => Marshal.GetDelegateForFunctionPointer<ScalarFunction>(_address)(_x);

    [Benchmark]
    public double RawAgain() => ((delegate* unmanaged[Cdecl]<double, double>)_address)(_x);
}
