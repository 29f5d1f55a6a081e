using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>C: <c>int64_t (*)(int32_t, void *)</c>. All handlers share an address, and the context tells them apart. Called itself, it throws no faults.</summary>
[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long Count(int i, [UserData] nint user);

/// <summary>C: <c>int64_t (*)(int32_t)</c>. Each handler has an address of its own. Called itself, it throws no faults.</summary>
[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long PlainCount(int i);

/// <summary>Adds up <c>f(0, user) … f(times - 1, user)</c>.</summary>
[NativeSignature]
internal delegate long SumCount(NativeCallback<Count> f, int times, [UserData(nameof(f))] nint user);

/// <summary>The same, but does not say that the context belongs to the callback.</summary>
[NativeSignature]
internal delegate long SumCountUnpaired(NativeCallback<Count> f, int times, nint user);

[NativeSignature]
internal delegate long SumPlainCount(NativeCallback<PlainCount> f, int times);

/// <summary>Throws no faults, so that a test can look at what a callback keeps.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate long SumAddress(nint f, int times);

/// <summary><c>2 * f(i) - g(i)</c>.</summary>
[NativeSignature]
internal delegate long TwoCounts(NativeCallback<PlainCount> f, NativeCallback<PlainCount> g, int i);

/// <summary>Calls from native threads that start together.</summary>
[NativeSignature]
internal delegate long ThreadSum(NativeCallback<Count> f, [UserData(nameof(f))] nint user, int threads, int calls);

/// <summary>The same, but throws no faults.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate long ThreadSumThrowingNothing(NativeCallback<Count> f, [UserData(nameof(f))] nint user, int threads, int calls);

[NativeSignature]
internal delegate long ThreadSumUnpaired(NativeCallback<Count> f, nint user, int threads, int calls);

/// <summary>The callback is called as one without context: the registers hold one that it ignores.</summary>
[NativeSignature]
internal delegate long ThreadSumPlain(NativeCallback<PlainCount> f, nint user, int threads, int calls);

[StructLayout(LayoutKind.Sequential)]
internal record struct Registration(NativeCallback<Count> F, nint User);

/// <summary>Calls what was registered earlier, and returns its result as a status.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int CallRegistered(in Registration registration, int i, int error);

/// <summary>The functions of the shim that call handlers of these signatures.</summary>
internal static class Counting
{
    public static NativeCallback<SumCount> Sum { get; } = Shim.Get<SumCount>("upcall_sum");

    public static NativeCallback<SumCountUnpaired> SumUnpaired { get; } = Shim.Get<SumCountUnpaired>("upcall_sum");

    public static NativeCallback<SumPlainCount> SumPlain { get; } = Shim.Get<SumPlainCount>("upcall_sum_plain");

    public static NativeCallback<SumAddress> SumAddress { get; } = Shim.Get<SumAddress>("upcall_sum_plain");

    public static NativeCallback<TwoCounts> Two { get; } = Shim.Get<TwoCounts>("upcall_two");

    public static NativeCallback<ThreadSum> OnThreads { get; } = Shim.Get<ThreadSum>("thread_sum");

    public static NativeCallback<ThreadSumThrowingNothing> OnThreadsThrowingNothing { get; } = Shim.Get<ThreadSumThrowingNothing>("thread_sum");

    public static NativeCallback<ThreadSumUnpaired> OnThreadsUnpaired { get; } = Shim.Get<ThreadSumUnpaired>("thread_sum");

    public static NativeCallback<ThreadSumPlain> PlainOnThreads { get; } = Shim.Get<ThreadSumPlain>("thread_sum");

    public static NativeCallback<CallRegistered> Registered { get; } = Shim.Get<CallRegistered>("upcall_registered");

    public static NativeCallback<CallRegistered> RegisteredOnThread { get; } = Shim.Get<CallRegistered>("thread_registered");

    /// <summary>Calls a callback with a context, like native code that does not know about faults.</summary>
    public static long Call(ManagedCallback<Count> f, int times = 1) => Call(f.Callback, f.UserData, times);

    /// <summary>The same with any context.</summary>
    public static unsafe long Call(NativeCallback<Count> f, nint user, int times = 1) =>
        ((delegate* unmanaged[Cdecl]<nint, int, nint, long>)Sum.Address)(f.Address, times, user);

    /// <summary>The same for a callback without context.</summary>
    public static long Call(NativeCallback<PlainCount> f, int times = 1) => SumAddress.Invoke(f.Address, times);
}
