using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A structure by value that crosses in memory.</summary>
public unsafe partial class StructOf24Bytes
{
    private readonly delegate* unmanaged[Cdecl]<Triple, double> _raw =
        (delegate* unmanaged[Cdecl]<Triple, double>)NativeExports.AddressOf("weigh_triple");
    private readonly NativeCallback<WeighTriple> _callback = new(NativeExports.AddressOf("weigh_triple"));
    private readonly WeighTriple _delegate = new NativeCallback<WeighTriple>(NativeExports.AddressOf("weigh_triple")).ToDelegate();
    private readonly WeighTriple _marshalled =
        Marshal.GetDelegateForFunctionPointer<WeighTriple>(NativeExports.AddressOf("weigh_triple"));
    private readonly Triple _value = new(0.7, 3, 5);
}
