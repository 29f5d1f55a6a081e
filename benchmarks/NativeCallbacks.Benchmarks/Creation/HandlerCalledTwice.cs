using System;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Benchmarks.Upcalls;

namespace NativeCallbacks.Benchmarks.Creation;

/// <summary>What a callback costs that is made, called twice by native code, and let go.</summary>
public class HandlerCalledTwice
{
    private const int Calls = 2;

    private readonly Scale _scale = new(Scale.StaticWeight);
    private readonly WeighWithUserData _handlerWithUserData;
    private readonly WeighWithoutUserData _handlerWithoutUserData;

    public HandlerCalledTwice()
    {
        _handlerWithUserData = _scale.Weigh;
        _handlerWithoutUserData = _scale.Weigh;
    }

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

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

    /// <summary>The baseline against itself.</summary>
    [Benchmark]
    public long HandWrittenWithGCHandleAgain()
    {
        var handle = GCHandle.Alloc(_handlerWithUserData);
        var result = NativeCaller.SumOfCalls(HandWritten.WithContext, GCHandle.ToIntPtr(handle), Calls);
        handle.Free();
        return result;
    }
}
