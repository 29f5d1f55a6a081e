using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using NativeCallbacks.Benchmarks.Upcalls;

namespace NativeCallbacks.Benchmarks.NativeAot;

/// <summary>C calls a handler in a loop: the library's ways beside what a careful author writes.</summary>
internal sealed class UpcallContenders : IDisposable
{
    private const int Weight = 5;
    private const string HandWrittenHandler = "hand-written: `UnmanagedCallersOnly`, `try`/`catch`, handler by `GCHandle`";
    private const string HandWrittenObject = "hand-written: `UnmanagedCallersOnly`, `try`/`catch`, static method, object by `GCHandle`";

    private readonly Scale _scale = new(Weight);
    private readonly GCHandle _handler;
    private readonly GCHandle _object;
    private readonly ManagedCallback<WeighWithUserData> _callback;
    private readonly CallbackState<Scale> _state;

    public UpcallContenders()
    {
        WeighWithUserData weigh = _scale.Weigh;
        _handler = GCHandle.Alloc(weigh);
        _object = GCHandle.Alloc(_scale);
        _callback = weigh.ToManagedCallback();
        _state = new CallbackState<Scale>(_scale);
        All =
        [
            Calling(HandWrittenHandler, HandWrittenHandler, HandWritten.WithContext, GCHandle.ToIntPtr(_handler)),
            Calling("… again", HandWrittenHandler, HandWritten.WithContext, GCHandle.ToIntPtr(_handler)),
            Calling("**`ToManagedCallback` with `[UserData]`**", HandWrittenHandler, _callback.Callback.Address, _callback.UserData),
            Calling(HandWrittenObject, HandWrittenObject, HandWritten.WithObject, GCHandle.ToIntPtr(_object)),
            Calling("**`[StaticCallback]` with a `CallbackState<T>`**", HandWrittenObject, Scale.StateAddress.Address, _state.UserData),
        ];
    }

    public IReadOnlyList<Contender> All { get; }

    public void Dispose()
    {
        _callback.Dispose();
        _state.Dispose();
        _handler.Free();
        _object.Free();
    }

    private static Contender Calling(string name, string baseline, nint callback, nint data) => new(
        name, baseline, calls => NativeCaller.SumOfCalls(callback, data, calls), static calls => Weight * (long)calls * (calls - 1) / 2);
}
