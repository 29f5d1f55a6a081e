using System;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Upcalls;

/// <summary>What one call from native code to C# costs, in a loop that is in C.</summary>
public class HandlerCall : IDisposable
{
    private const int Calls = 10_000;

    private readonly ManagedCallback<WeighWithUserData> _withUserData;
    private readonly ManagedCallback<WeighWithoutUserData> _withoutUserData;
    private readonly WeighWithoutUserData _delegate;
    private readonly nint _delegateAddress;
    private readonly WeighWithoutUserData _guarded;
    private readonly nint _guardedAddress;
    private readonly long[] _weight = [Scale.StaticWeight];
    private readonly CallbackState<Scale> _state;
    private GCHandle _handler;
    private GCHandle _object;
    private GCHandle _pinnedWeight;

    public HandlerCall()
    {
        var scale = new Scale(Scale.StaticWeight);
        WeighWithUserData handler = scale.Weigh;
        _withUserData = handler.ToManagedCallback();
        _handler = GCHandle.Alloc(handler);
        _state = new CallbackState<Scale>(scale);
        _object = GCHandle.Alloc(scale);
        _delegate = scale.Weigh;
        _withoutUserData = _delegate.ToManagedCallback();
        _delegateAddress = Marshal.GetFunctionPointerForDelegate(_delegate);
        _guarded = HandWritten.Guarded(_delegate);
        _guardedAddress = Marshal.GetFunctionPointerForDelegate(_guarded);
        _pinnedWeight = GCHandle.Alloc(_weight, GCHandleType.Pinned);
    }

    [GlobalSetup]
    public void Agree() => Agreement.Check(this);

    /// <summary>The floor.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public long CFunction() => NativeCaller.SumOfCalls(NativeCaller.WeighInC, _pinnedWeight.AddrOfPinnedObject(), Calls);

    [Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public long HandWrittenWithGCHandle() => NativeCaller.SumOfCalls(HandWritten.WithContext, GCHandle.ToIntPtr(_handler), Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long WithUserData() => NativeCaller.SumOfCalls(_withUserData.Callback.Address, _withUserData.UserData, Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long HandWrittenWithObject() => NativeCaller.SumOfCalls(HandWritten.WithObject, GCHandle.ToIntPtr(_object), Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long WithState() => NativeCaller.SumOfCalls(Scale.StateAddress.Address, _state.UserData, Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long HandWrittenDelegate() => NativeCaller.SumOfCalls(_guardedAddress, 0, Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long WithoutUserData() => NativeCaller.SumOfCalls(_withoutUserData.Callback.Address, 0, Calls);

    /// <summary>Unlike all others, this one ends the process if the handler throws.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public long FunctionPointerForDelegate() => NativeCaller.SumOfCalls(_delegateAddress, 0, Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long HandWrittenStatic() => NativeCaller.SumOfCalls(HandWritten.Static, 0, Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long StaticCallback() => NativeCaller.SumOfCalls(Scale.StaticAddress.Address, 0, Calls);

    /// <summary>The floor against itself: how far apart equals are on this machine.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public long CFunctionAgain() => NativeCaller.SumOfCalls(NativeCaller.WeighInC, _pinnedWeight.AddrOfPinnedObject(), Calls);

    /// <summary>The baseline against itself.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public long HandWrittenWithGCHandleAgain() => NativeCaller.SumOfCalls(HandWritten.WithContext, GCHandle.ToIntPtr(_handler), Calls);

    [GlobalCleanup]
    public void Dispose()
    {
        _withUserData.Dispose();
        _state.Dispose();
        _withoutUserData.Dispose();
        GC.KeepAlive(_guarded);
        _handler.Free();
        _object.Free();
        _pinnedWeight.Free();
        GC.SuppressFinalize(this);
    }
}
