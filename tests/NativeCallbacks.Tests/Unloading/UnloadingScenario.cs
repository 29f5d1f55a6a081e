using System;
using System.Runtime.Loader;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Upcalls;

namespace NativeCallbacks.Tests.Unloading;

/// <summary>What a plugin does, which is this assembly in a load context of its own.</summary>
internal static class UnloadingScenario
{
    /// <summary>Uses all kinds of owners, with faults that are thrown, faults that nobody throws, and calls after the end; and disposes them.</summary>
    /// <returns>Whose library it has.</returns>
    public static string Play()
    {
        CallAndFault();
        CallTooLate();
        CallWithAState();
        CallASharedSignature();
        Expect(Lifetimes.Keep.Invoke(static (i, _) => i + 1, 4), 5);
        return AssemblyLoadContext.GetLoadContext(typeof(NativeCallback<>).Assembly) == AssemblyLoadContext.Default ? "shared" : "own";
    }

    /// <summary>Leaves a handler of this context in the pool of a signature that is of the shared library.</summary>
    public static string Leave()
    {
#pragma warning disable NCB0023 // On purpose.
        new ScalarFunction(static x => x).ToManagedCallback();
#pragma warning restore NCB0023
        return "shared";
    }

    /// <summary>Exposes a handler, and does nothing else.</summary>
    public static string ExposeOne()
    {
        new Count(static (i, _) => i).ToManagedCallback().Dispose();
        return "own";
    }

    private static void CallAndFault()
    {
        using var count = new Count(static (i, _) => i < 0 ? i : throw new PluginException()).ToManagedCallback();
        using var plain = new PlainCount(static i => i < 5 ? i : throw new PluginException()).ToManagedCallback();
        Expect(Counting.SumPlain.Invoke(plain.Callback, 5), 10);
        ExpectFault(() => Counting.SumPlain.Invoke(plain.Callback, 7));
        ExpectFault(() => Counting.OnThreads.Invoke(count.Callback, count.UserData, 2, 3));

        // Nobody throws these.
        Expect(Counting.Call(count, 2), 2 * -77);
        Expect(Counting.OnThreadsThrowingNothing.Invoke(count.Callback, count.UserData, 2, 2), 4 * -77);
    }

    private static void CallTooLate()
    {
        var late = new PlainCount(static i => i).ToManagedCallback();
        var callback = late.Callback;
        late.Dispose();
        Expect(Counting.Call(callback, 3), 3 * -77);
        var owned = new Count(static (i, _) => i).ToManagedCallback();
        Expect(Lifetimes.Owned.Invoke(owned.Callback, owned.UserData, owned.DestroyNotify, 3, 1), 3);
    }

    private static void CallWithAState()
    {
        using var state = new CallbackState<StateParser>(new StateParser { Factor = 3 });
        using var faulty = new CallbackState<StateParser>(new StateParser { IsFaulty = true });
        Expect(Counting.Sum.Invoke(StateParser.Start, 3, state.UserData), 3 * (1 + 2));
        Expect(Counting.Call(StateParser.Start, faulty.UserData), -77);
    }

    private static void CallASharedSignature()
    {
        using var handler = new ScalarFunction(static x => x > 0 ? x / 2 : throw new PluginException()).ToManagedCallback();
        var apply = Shim.Get<ApplyPlugin>("callback_apply_scalar");
        Expect((long)apply.Invoke(handler.Callback, 8), 4);
        ExpectFault(() => (long)apply.Invoke(handler.Callback, -8));
    }

    private static void Expect(long actual, long expected)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"{actual} is not {expected}.");
        }
    }

    private static void ExpectFault(Func<long> call)
    {
        try
        {
            call();
        }
        catch (PluginException)
        {
            return;
        }

        throw new InvalidOperationException("The fault was not thrown.");
    }

    private sealed class PluginException : Exception;
}

[NativeSignature]
internal delegate double ApplyPlugin(NativeCallback<ScalarFunction> f, double x);
