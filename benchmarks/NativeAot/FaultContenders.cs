using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using NativeCallbacks.Benchmarks.Upcalls;

namespace NativeCallbacks.Benchmarks.NativeAot;

/// <summary>C: <c>int64_t (*)(weigh f, void *data, int count)</c>.</summary>
[NativeSignature]
public delegate long CallingWeigh(NativeCallback<WeighWithUserData> f, [UserData(nameof(f))] nint data, int count);

/// <summary>An exception that a handler throws and that the caller of native code catches, beside one without native code between.</summary>
internal sealed class FaultContenders : IDisposable
{
    private const string Plain = "a managed `throw` and its `catch`";

    private readonly NativeCallback<CallingWeigh> _caller = new(NativeExports.AddressOf("sum_of_calls"));
    private readonly ManagedCallback<WeighWithUserData> _throwing = new WeighWithUserData(Throw).ToManagedCallback();

    public FaultContenders()
    {
        All =
        [
            new Contender(Plain, Plain, ThrowAndCatch, static calls => calls),
            new Contender("… again", Plain, ThrowAndCatch, static calls => calls),
            new Contender("**a fault, thrown by `Invoke`**", Plain, Deliver, static calls => calls),
        ];
    }

    public IReadOnlyList<Contender> All { get; }

    public void Dispose() => _throwing.Dispose();

    private long Deliver(int calls)
    {
        var caught = 0L;
        for (var call = 0; call < calls; call++)
        {
            try
            {
                _caller.Invoke(_throwing.Callback, _throwing.UserData, 1);
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }

        return caught;
    }

    private static long ThrowAndCatch(int calls)
    {
        var caught = 0L;
        for (var call = 0; call < calls; call++)
        {
            try
            {
                Throw(call, 0);
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }

        return caught;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Throw(long x, nint data) => throw new InvalidOperationException();
}
