using System;
#if NET
using System.Runtime.CompilerServices;
#endif
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The function by which native code disposes an owner: one for the process, which finds the owner by its context.</summary>
internal static class DestroyNotifier
{
#if NET
    public static NativeCallback<DestroyNotify> Callback
    {
        get
        {
            unsafe
            {
                return new((nint)(delegate* unmanaged[Cdecl]<nint, void>)&FromNative__);
            }
        }
    }
#else
    private static readonly Native Entry = FromNative__;

    public static NativeCallback<DestroyNotify> Callback { get; } = new(Marshal.GetFunctionPointerForDelegate(Entry));

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Native(nint data);
#endif

    /// <summary>What native code calls. Such functions are known in a stack by this name: see <see cref="ManagedCallers"/>.</summary>
#if NET
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
#endif
    private static void FromNative__(nint data)
    {
        try
        {
            Destroy(data);
        }
        catch (Exception failure) // It must not reach native frames; for example, memory may be exhausted.
        {
            CallbackTrace.Log.OnFaultFailed(typeof(DestroyNotify), failure);
        }
    }

    private static void Destroy(nint data)
    {
        if (Registries.Find(data) is { } owner)
        {
            owner.Dispose();
        }
        else if (data != 0 && !Contexts.WasIssued(data))
        {
            // The owner that was meant is not disposed now, and never will be. A second call, or NULL as for free(), is harmless.
            FaultLog.RecordMissed(typeof(DestroyNotify), data, data, HandlerNotCalledReason.UnknownContext, null);
        }
    }
}
