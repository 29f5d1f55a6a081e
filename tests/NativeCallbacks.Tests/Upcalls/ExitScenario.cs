using System;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
internal delegate int CallForever(NativeCallback<Count> f, nint user);

/// <summary>The process ends while native threads call handlers: a good one, a faulted one and a disposed one.</summary>
internal static class ExitScenario
{
    public const string Name = "exit-during-upcalls";
    public const string Ran = "All ran.";

    public static void Play()
    {
        var forever = Shim.Get<CallForever>("thread_forever");
        var ran = new CountdownEvent(1_000);
        var good = new Count((i, _) =>
        {
            if (i < 1_000)
            {
                ran.Signal();
            }

            return i;
        }).ToManagedCallback();
        var faulted = new Count(static (_, _) => throw new InvalidOperationException("Bad.")).ToManagedCallback(_ => { });
        var disposed = new Count(static (i, _) => i).ToManagedCallback();
        var (callback, context) = (disposed.Callback, disposed.UserData);
        disposed.Dispose();
        forever.Invoke(good.Callback, good.UserData);
        forever.Invoke(faulted.Callback, faulted.UserData);
        forever.Invoke(callback, context);
        ran.Wait();
        Console.Write(good.Fault is null ? Ran : good.Fault.ToString());
        GC.KeepAlive((good, faulted));
    }
}
