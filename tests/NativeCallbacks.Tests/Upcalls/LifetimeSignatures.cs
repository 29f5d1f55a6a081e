using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
internal delegate long CallOwned(NativeCallback<Count> f, nint user, NativeCallback<DestroyNotify> destroy, int calls, int destroys);

[NativeSignature]
internal delegate long CallOwnedPlain(NativeCallback<PlainCount> f, nint user, NativeCallback<DestroyNotify> destroy, int calls, int destroys);

[NativeSignature]
internal delegate int DestroyOnThreads(NativeCallback<DestroyNotify> destroy, [Shape(nameof(count))] ReadOnlySpan<nint> users, int count, int threads);

/// <summary>C: <c>int32_t (*)(const char *text, int32_t length, void *user)</c>.</summary>
[NativeSignature]
[return: FaultResult(-5)]
internal delegate int Characters([Shape(nameof(length))] ReadOnlySpan<byte> text, int length, [UserData] nint user);

[StructLayout(LayoutKind.Sequential)]
internal record struct SharedParser(NativeCallback<Count> Start, NativeCallback<Count> End, NativeCallback<Characters> Text, nint User);

[NativeSignature]
internal delegate long SharedParse(in SharedParser parser, [Shape(nameof(length))] ReadOnlySpan<byte> text, int length);

/// <summary>C: <c>int8_t (*)(void *user, double x, int8_t y)</c>.</summary>
[NativeSignature]
[return: FaultResult(-9)]
internal delegate sbyte First([UserData] nint user, double x, sbyte y);

[NativeSignature]
internal delegate sbyte CallFirst(NativeCallback<First> f, [UserData(nameof(f))] nint user, double x, sbyte y);

[NativeSignature]
internal delegate long ScopedSum(
    [Shape(nameof(n))] ReadOnlySpan<int> a, int n, [CallScoped] NativeCallback<Count> f, [UserData(nameof(f))] nint user, [CallScoped] NativeCallback<PlainCount> g);

[NativeSignature]
internal delegate long ScopedKeep([CallScoped] NativeCallback<Count> f, [UserData(nameof(f))] nint user, int i);

[NativeSignature]
internal delegate long ScopedOnThread([CallScoped] NativeCallback<PlainCount> f, int i);

/// <summary>The functions of lifetimes.c.</summary>
internal static class Lifetimes
{
    public static NativeCallback<CallOwned> Owned { get; } = Shim.Get<CallOwned>("owned_call");

    public static NativeCallback<CallOwnedPlain> OwnedPlain { get; } = Shim.Get<CallOwnedPlain>("owned_call_plain");

    public static NativeCallback<DestroyOnThreads> DestroyOnThreads { get; } = Shim.Get<DestroyOnThreads>("owned_destroy_on_threads");

    public static NativeCallback<SharedParse> Parse { get; } = Shim.Get<SharedParse>("shared_parse");

    public static NativeCallback<CallFirst> First { get; } = Shim.Get<CallFirst>("shared_first");

    public static NativeCallback<ScopedSum> Sum { get; } = Shim.Get<ScopedSum>("scoped_sum");

    public static NativeCallback<ScopedKeep> Keep { get; } = Shim.Get<ScopedKeep>("scoped_keep");

    public static NativeCallback<PlainCount> CallKept { get; } = Shim.Get<PlainCount>("scoped_call_kept");

    public static NativeCallback<ScopedOnThread> OnThread { get; } = Shim.Get<ScopedOnThread>("fault_on_thread");
}
