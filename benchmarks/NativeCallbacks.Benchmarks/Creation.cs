using System;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks;

/// <summary>What a callback costs that is made, called twice by native code, and let go.</summary>
public class Creation
{
    private const int Calls = 2;

    private readonly Scale _scale = new(Scale.StaticWeight);
    private readonly WeighWithUserData _handlerWithUserData;
    private readonly WeighWithoutUserData _handlerWithoutUserData;

    public Creation()
    {
        _handlerWithUserData = _scale.Weigh;
        _handlerWithoutUserData = _scale.Weigh;
    }

    [GlobalSetup]
    public void Agree() => Agreement.Check(
        (nameof(HandWrittenWithGCHandle), HandWrittenWithGCHandle()),
        (nameof(WithUserData), WithUserData()),
        (nameof(WithoutUserData), WithoutUserData()),
        (nameof(FunctionPointerForDelegate), FunctionPointerForDelegate()));

    [Benchmark(Baseline = true)]
    public long HandWrittenWithGCHandle()
    {
        var handle = GCHandle.Alloc(_handlerWithUserData);
        var result = NativeCaller.SumOfCalls(HandWritten.WithContext, GCHandle.ToIntPtr(handle), Calls);
        handle.Free();
        return result;
    }

    [Benchmark]
    public long WithUserData()
    {
        using var callback = _handlerWithUserData.ToManagedCallback();
        return NativeCaller.SumOfCalls(callback.Callback.Address, callback.UserData, Calls);
    }

    [Benchmark]
    public long WithoutUserData()
    {
        using var callback = _handlerWithoutUserData.ToManagedCallback();
        return NativeCaller.SumOfCalls(callback.Callback.Address, 0, Calls);
    }

    /// <summary>The delegate is a new one each time: the runtime keeps the address of one that it has seen.</summary>
    [Benchmark]
    public long FunctionPointerForDelegate()
    {
        WeighWithoutUserData handler = _scale.Weigh;
        var result = NativeCaller.SumOfCalls(Marshal.GetFunctionPointerForDelegate(handler), 0, Calls);
        GC.KeepAlive(handler);
        return result;
    }
}
