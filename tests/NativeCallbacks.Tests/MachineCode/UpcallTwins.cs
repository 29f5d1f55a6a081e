using System;
using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Functions that native code calls: generated ones, and hand-written twins of them with no check but try/catch.</summary>
internal static unsafe partial class UpcallTwins
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private const string FromNative = "FromNative__";

    /// <summary>The generated function of all handlers that a context tells apart.</summary>
    public static MethodInfo WithContext { get; } =
        typeof(NativeCallbacks_Tests_MachineCode_HalveWithContextExtensions).GetNestedType("Upcalls__", All)!.GetMethod(FromNative, All)!;

    /// <summary>The generated method behind the address of one handler.</summary>
    public static MethodInfo WithoutContext { get; } =
        typeof(NativeCallbacks_Tests_MachineCode_HalveWithoutContextExtensions).GetNestedType("Upcalls__", All)!.GetMethod(FromNative, All)!;

    /// <summary>The generated function of one static method.</summary>
    public static MethodInfo Static { get; } = typeof(UpcallTwins).GetNestedType("StaticAddressEntry__", All)!.GetMethod(FromNative, All)!;

    /// <summary>The generated function of a static method that takes the object of its context.</summary>
    public static MethodInfo WithState { get; } = typeof(UpcallTwins).GetNestedType("StateAddressEntry__", All)!.GetMethod(FromNative, All)!;

    public static MethodInfo HandWrittenWithState { get; } = typeof(UpcallTwins).GetMethod(nameof(CallWithObject), All)!;

    public static MethodInfo HandWrittenWithContext { get; } = typeof(UpcallTwins).GetMethod(nameof(CallHandler), All)!;

    public static MethodInfo HandWrittenStatic { get; } = typeof(UpcallTwins).GetMethod(nameof(CallStatic), All)!;

    /// <summary>The functions that native code calls without a thunk of the runtime.</summary>
    public static IEnumerable<MethodInfo> Listed => [WithContext, WithState, Static, HandWrittenWithContext, HandWrittenWithState, HandWrittenStatic];

    /// <summary>The hand-written functions as native code gets them.</summary>
    public static (nint WithContext, nint WithState, nint Static) HandWritten => (
        (nint)(delegate* unmanaged[Cdecl]<double, nint, double>)&CallHandler,
        (nint)(delegate* unmanaged[Cdecl]<double, nint, double>)&CallWithObject,
        (nint)(delegate* unmanaged[Cdecl]<double, nint, double>)&CallStatic);

    [StaticCallback(nameof(Halve))]
    public static partial NativeCallback<HalveWithoutContext> StaticAddress { get; }

    [StaticCallback(nameof(HalveOf))]
    public static partial NativeCallback<HalveWithContext> StateAddress { get; }

    private static Exception? Fault { get; set; }

    /// <summary>The first use, which initializes the classes: code that was compiled before would ask for that.</summary>
    public static void Use()
    {
        HalveWithContext with = Halve;
        HalveWithoutContext without = Halve;
        with.ToManagedCallback().Dispose();
        without.ToManagedCallback().Dispose();
        new CallbackState<Divisor>(new Divisor()).Dispose();
        _ = (StaticAddress, StateAddress);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Halve(double x, nint user) => x / 2;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double HalveOf(double x, [UserData] Divisor self) => x / self.Value;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double CallWithObject(double x, nint user)
    {
        try
        {
            return HalveOf(x, (Divisor)GCHandle.FromIntPtr(user).Target!);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return double.NaN;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double CallHandler(double x, nint user)
    {
        try
        {
            var handler = (HalveWithContext)GCHandle.FromIntPtr(user).Target!;
            return handler(x, user);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return double.NaN;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double CallStatic(double x, nint user)
    {
        try
        {
            return Halve(x, user);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
            return double.NaN;
        }
    }

    public sealed class Divisor
    {
        public double Value { get; init; } = 2;
    }
}
