using System;

namespace NativeCallbacks.Tests;

/// <summary>What Mono, or the .NET Framework that it represents, lacks: the reasons why tests that compile for it are skipped there.</summary>
internal static class Mono
{
    public const string NoContexts =
        "Without UnmanagedCallersOnly each handler has an address of its own, and the context tells nothing.";

    public const string NoEndUnderCalls =
        "Mono hangs now and then when a process ends while native threads call delegates, of Marshal.GetFunctionPointerForDelegate too.";

    public const string NoEventListeners = "Mono's EventSource is a stub: GetSources is not implemented, and nothing is ever enabled.";

    public const string NothingOnTheStackMoves =
        "Mono's collector moves nothing that a frame may point to, so no test can see whether a pin holds.";

    public const string NoGenericResults =
        "Mono aborts over a delegate for native code that returns a generic struct; GenericResultTests see to it that the library does not let it.";

    public const string PackedStructs =
        "Mono passes a struct whose fields are not aligned in registers, and C in memory: a [DllImport] of its own goes wrong too.";

    public static bool IsRunning { get; } = Type.GetType("Mono.Runtime") is not null;
}
