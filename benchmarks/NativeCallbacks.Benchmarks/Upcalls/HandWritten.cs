using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Upcalls;

/// <summary>What a careful author writes without the library: nothing is checked but that no exception gets out.</summary>
internal static unsafe class HandWritten
{
    /// <summary>The handler of native code that passes a <see cref="GCHandle"/> of it as its data.</summary>
    public static nint WithContext { get; } = (nint)(delegate* unmanaged[Cdecl]<long, nint, long>)&CallHandler;

    /// <summary>A static method that gets the object whose <see cref="GCHandle"/> native code passes.</summary>
    public static nint WithObject { get; } = (nint)(delegate* unmanaged[Cdecl]<long, nint, long>)&CallWithObject;

    /// <summary>A static method as native code calls it.</summary>
    public static nint Static { get; } = (nint)(delegate* unmanaged[Cdecl]<long, nint, long>)&CallStatic;

    /// <summary>The first exception of a handler.</summary>
    public static Exception? Fault { get; private set; }

    /// <summary>A delegate for native code that has no data to tell handlers apart.</summary>
    public static WeighWithoutUserData Guarded(WeighWithoutUserData handler) => new Guard(handler).Call;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long CallHandler(long x, nint data)
    {
        try
        {
            var handler = (WeighWithUserData)GCHandle.FromIntPtr(data).Target!;
            return handler(x, data);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long CallWithObject(long x, nint data)
    {
        try
        {
            return Scale.WeighOn(x, (Scale)GCHandle.FromIntPtr(data).Target!);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long CallStatic(long x, nint data)
    {
        try
        {
            return Scale.WeighStatic(x, data);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return 0;
        }
    }

    private sealed class Guard(WeighWithoutUserData handler)
    {
        public long Call(long x, nint data)
        {
            try
            {
                return handler(x, data);
            }
            catch (Exception exception)
            {
                Fault ??= exception;
                return 0;
            }
        }
    }
}
