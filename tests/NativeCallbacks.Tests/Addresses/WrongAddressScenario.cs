using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Modules;

namespace NativeCallbacks.Tests.Addresses;

[NativeSignature]
internal delegate void Procedure();

/// <summary>A call of an address that no function begins at: as it comes, or after <c>Bind</c> looked at it.</summary>
internal static class WrongAddressScenario
{
    public const string Name = "wrong-address";

    /// <summary>The variables that say what is at the address, and whether it is bound.</summary>
    public const string Place = "NATIVECALLBACKS_PLACE";
    public const string IsBound = "NATIVECALLBACKS_BOUND";

    /// <summary>What a call that came back writes.</summary>
    public const string Returned = "The call returned.";

    /// <summary>The place that only a symbol tells from the start of a function.</summary>
    public const string Inside = "inside";

    private const string Data = "which is data and not code. Pass the address of the function, not of a variable that holds it.";
    private const string NoMemory = ", which is not mapped. Its code was unloaded or freed";

    /// <summary>The places, and what <c>Bind</c> says of them.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "constant", $"{Platform.Symbol("shim_data_symbol")}, {Platform.ProtectionOfConstants}, {Data}" },
        { "variable", $"{Platform.Symbol("shim_data_array")}, rw-, {Data}" },
        { "heap", $", rw-, {Data}" },
        { "stack", $"{(Platform.IsWindows ? "" : " in [stack]")}, rw-, {Data}" },
        { "unmapped", NoMemory },
        { "impossible", NoMemory },
        { "unloaded", NoMemory },
    };

    public static void Play()
    {
        var address = AddressOf(Environment.GetEnvironmentVariable(Place));
        try
        {
            var callback = Environment.GetEnvironmentVariable(IsBound) == "1"
                ? NativeCallback<Procedure>.Bind(address, "void procedure(void)")
                : new NativeCallback<Procedure>(address);
            callback.Invoke();
            Console.Write(Returned);
        }
        catch (ArgumentException exception)
        {
            Console.Write(exception.Message);
        }
    }

    private static unsafe nint AddressOf(string? place)
    {
        switch (place)
        {
            case "constant":
                return Shim.Address("shim_data_symbol");
            case "variable":
                return Shim.Address("shim_data_array");
            case "heap":
                return Marshal.AllocHGlobal(64);
            case "stack":
                // Of the main thread, which this is.
                var local = 0;
                return (nint)(&local);
            case "unmapped":
                return 0x10; // Nothing is mapped at the start of memory.
            case "impossible":
                return -8; // No process has the end of the address space.
            case "unloaded":
                // All that Bind needs is loaded by then, so that nothing comes to lie where the copy was.
                _ = Record.Exception(static () => NativeCallback<Procedure>.Bind(0x10, "void procedure(void)"));
                using (var copy = new LoadedCopy())
                {
                    return copy.Module.GetAddress("mixed_touch");
                }

            case Inside:
                return Shim.Address("trap_behind_return") + 1;
            default:
                return Shim.Address("trap_behind_return");
        }
    }
}
