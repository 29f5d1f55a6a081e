using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.ColdStart.Contenders;

/// <summary>C: <c>double (*)(double x, void *data)</c>; all handlers share one address.</summary>
[NativeSignature]
internal delegate double Handler(double x, [UserData] nint data);

/// <summary>The same C type; each handler has an address of its own.</summary>
[NativeSignature]
internal delegate double HandlerWithoutUserData(double x, nint data);

/// <summary>The same, for the runtime's marshaller.</summary>
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate double MarshalledHandler(double x, nint data);

/// <summary>The ways to have C call a method of an object: made, called once, let go.</summary>
internal sealed unsafe partial class Upcalls(double weight)
{
    private static readonly Upcalls Target = new(4);
    private static Exception? fault;

    public static double HandWritten()
    {
        var handle = GCHandle.Alloc((Handler)Target.Handle);
        try
        {
            return CallBack((nint)(delegate* unmanaged[Cdecl]<double, nint, double>)&FromNative, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }
    }

    public static double Ours()
    {
        using var callback = ((Handler)Target.Handle).ToManagedCallback();
        return CallBack(callback.Callback.Address, callback.UserData);
    }

    public static double OursWithoutUserData()
    {
        using var callback = ((HandlerWithoutUserData)Target.Handle).ToManagedCallback();
        return CallBack(callback.Callback.Address, 0);
    }

    public static double Marshalled()
    {
        MarshalledHandler handler = Target.Handle;
        var result = CallBack(Marshal.GetFunctionPointerForDelegate(handler), 0);
        GC.KeepAlive(handler);
        return result;
    }

    private static double CallBack(nint address, nint data) =>
        ((delegate* unmanaged[Cdecl]<nint, double, nint, double>)Native.CallBack)(address, 1.5, data);

    /// <summary>Nothing is checked but that no exception gets out.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double FromNative(double x, nint data)
    {
        try
        {
            return ((Handler)GCHandle.FromIntPtr(data).Target!)(x, data);
        }
        catch (Exception exception)
        {
            fault ??= exception;
            return 0;
        }
    }

    private double Handle(double x, nint data) => weight * x;
}
