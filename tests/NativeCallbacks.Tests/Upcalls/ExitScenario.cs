using System;
using System.Threading;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Takes the callback as a mere address, so that faults of it are none of the call's business.</summary>
[NativeSignature]
internal delegate int CallForever(nint f, nint user);

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
        forever.Invoke(good.Callback.Address, good.UserData);
        forever.Invoke(faulted.Callback.Address, faulted.UserData);
        forever.Invoke(callback.Address, context);
        ran.Wait();
        Console.Write(good.Fault is null ? Ran : good.Fault.ToString());
        GC.KeepAlive((good, faulted));
    }
}
