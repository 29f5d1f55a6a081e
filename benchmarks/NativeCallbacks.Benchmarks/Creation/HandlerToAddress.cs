using System;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Benchmarks.Upcalls;

namespace NativeCallbacks.Benchmarks.Creation;

/// <summary>
/// What it costs to turn a handler into an address and to let it go, again and again, when nobody calls. The batch ends with
/// a collection, so that each contender pays for the garbage that it makes; without one, a machine with large caches would
/// collect so seldom that no iteration shows it. The library's addresses go round in the quarantine of 1,024 all the while.
/// </summary>
[WarmupCount(5), IterationCount(11), InvocationCount(1, unrollFactor: 1)]
public class HandlerToAddress
{
    private const int Handlers = 100_000;

    private readonly Scale _scale = new(Scale.StaticWeight);
    private readonly WeighWithUserData _handlerWithUserData;
    private readonly WeighWithoutUserData _handlerWithoutUserData;

    public HandlerToAddress()
    {
        _handlerWithUserData = _scale.Weigh;
        _handlerWithoutUserData = _scale.Weigh;
    }

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    /// <summary>The delegate is a new one each time: the runtime keeps the address of one that it has seen.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Handlers)]
    public int FunctionPointerForDelegate() => Batch(() =>
    {
        WeighWithoutUserData handler = _scale.Weigh;
        var address = Marshal.GetFunctionPointerForDelegate(handler);
        GC.KeepAlive(handler);
        return address;
    });

    [Benchmark(OperationsPerInvoke = Handlers)]
    public int WithUserData() => Batch(() =>
    {
        using var callback = _handlerWithUserData.ToManagedCallback();
        return callback.Callback.Address;
    });

    [Benchmark(OperationsPerInvoke = Handlers)]
    public int WithoutUserData() => Batch(() =>
    {
        using var callback = _handlerWithoutUserData.ToManagedCallback();
        return callback.Callback.Address;
    });

    /// <summary>The handle alone, for a hand-written function that gets it as its data.</summary>
    [Benchmark(OperationsPerInvoke = Handlers)]
    public int HandWrittenWithGCHandle() => Batch(() =>
    {
        var handle = GCHandle.Alloc(_handlerWithUserData);
        var data = GCHandle.ToIntPtr(handle);
        handle.Free();
        return data;
    });

    [Benchmark(OperationsPerInvoke = Handlers)]
    public int FunctionPointerForDelegateAgain() => Batch(() =>
    {
        WeighWithoutUserData handler = _scale.Weigh;
        var address = Marshal.GetFunctionPointerForDelegate(handler);
        GC.KeepAlive(handler);
        return address;
    });

    /// <summary>How many of the addresses are none: zero for all contenders.</summary>
    private static int Batch(Func<nint> make)
    {
        var missing = 0;
        for (var i = 0; i < Handlers; i++)
        {
            if (make() == 0)
            {
                missing++;
            }
        }

        GC.Collect(generation: 0);
        return missing;
    }
}
