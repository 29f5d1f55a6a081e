using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>Eight arguments of five types.</summary>
public unsafe partial class Mixed
{
    private readonly delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> _raw =
        (delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double>)NativeExports.AddressOf("mixed");
    private readonly NativeCallback<MixedFunction> _callback = new(NativeExports.AddressOf("mixed"));
    private readonly MixedFunction _delegate = new NativeCallback<MixedFunction>(NativeExports.AddressOf("mixed")).ToDelegate();
    private readonly MixedFunction _marshalled =
        Marshal.GetDelegateForFunctionPointer<MixedFunction>(NativeExports.AddressOf("mixed"));
    private readonly double _x = 0.7;
    private readonly int _i = 3;
}
