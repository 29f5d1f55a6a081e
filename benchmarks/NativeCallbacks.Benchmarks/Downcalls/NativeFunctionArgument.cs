using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A native function as an argument, which the callee calls once.</summary>
public unsafe partial class NativeFunctionArgument
{
    private readonly delegate* unmanaged[Cdecl]<nint, double, double> _raw =
        (delegate* unmanaged[Cdecl]<nint, double, double>)NativeExports.AddressOf("apply");
    private readonly NativeCallback<Apply> _callback = new(NativeExports.AddressOf("apply"));
    private readonly Apply _delegate = new NativeCallback<Apply>(NativeExports.AddressOf("apply")).ToDelegate();
    private readonly MarshalledApply _marshalled =
        Marshal.GetDelegateForFunctionPointer<MarshalledApply>(NativeExports.AddressOf("apply"));
    private readonly nint _address = NativeExports.AddressOf("line");
    private readonly NativeCallback<ScalarFunction> _function = new(NativeExports.AddressOf("line"));
    private readonly double _x = 0.7;
}
