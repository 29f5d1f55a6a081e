using System;
using NativeCallbacks;

namespace Consumers;

[NativeSignature]
public delegate long Count(int i);

/// <summary>fault_on_thread of the shim: calls f on a thread that native code starts and joins.</summary>
[NativeSignature]
public delegate long OnThread(NativeCallback<Count> f, int i);

/// <summary>Handlers that throw on threads of native code: the call that was given them throws, however the stack is shown to it.</summary>
public static partial class NativeThreads
{
    [StaticCallback(nameof(Throw))]
    private static partial NativeCallback<Count> Throwing { get; }

    public static void Print(string path)
    {
        using var library = NativeModule.Load(path);
        var onThread = library.GetCallback<OnThread>("fault_on_thread");
        Count handler = Throw;
        using var native = handler.ToManagedCallback();
        Print("static", () => onThread.Invoke(Throwing, 2));
        Print("handler", () => onThread.Invoke(native.Callback, 3));
    }

    private static long Throw(int i) => throw new InvalidOperationException($"thread {i}");

    private static void Print(string kind, Func<long> call)
    {
        try
        {
            Console.WriteLine($"{kind}: {call()}");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine($"{kind}: {exception.Message}");
        }
    }
}
