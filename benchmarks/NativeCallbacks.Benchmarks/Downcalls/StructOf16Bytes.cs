using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A structure by value that crosses in registers.</summary>
public unsafe partial class StructOf16Bytes
{
    private readonly delegate* unmanaged[Cdecl]<Pair, double> _raw =
        (delegate* unmanaged[Cdecl]<Pair, double>)NativeExports.AddressOf("weigh_pair");
    private readonly NativeCallback<WeighPair> _callback = new(NativeExports.AddressOf("weigh_pair"));
    private readonly WeighPair _delegate = new NativeCallback<WeighPair>(NativeExports.AddressOf("weigh_pair")).ToDelegate();
    private readonly WeighPair _marshalled =
        Marshal.GetDelegateForFunctionPointer<WeighPair>(NativeExports.AddressOf("weigh_pair"));
    private readonly Pair _value = new(0.7, 3);
}
