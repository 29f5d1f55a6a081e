using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Booleans;

[NativeSignature]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool NotU1([MarshalAs(UnmanagedType.U1)] bool flag);

[NativeSignature]
[return: MarshalAs(UnmanagedType.I4)]
internal delegate bool NotI4([MarshalAs(UnmanagedType.I4)] bool flag);

[NativeSignature]
internal delegate byte RawU1([MarshalAs(UnmanagedType.U1)] bool flag);

[NativeSignature]
internal delegate int RawI4([MarshalAs(UnmanagedType.I4)] bool flag);

[NativeSignature]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool IsNotZeroU1(byte value);

[NativeSignature]
[return: MarshalAs(UnmanagedType.I4)]
internal delegate bool IsNotZeroI4(int value);

/// <summary>The function returns 64 bits, of which the signature claims only the lowest eight.</summary>
[NativeSignature]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool LowestByteIsNotZero(ulong register);

/// <summary>The function returns 64 bits, of which the signature claims only the lowest 32.</summary>
[NativeSignature]
[return: MarshalAs(UnmanagedType.I4)]
internal delegate bool LowestIntIsNotZero(ulong register);

[NativeSignature]
internal delegate int WeighBooleans(
    [MarshalAs(UnmanagedType.U1)] bool a,
    [MarshalAs(UnmanagedType.I4)] bool b,
    [MarshalAs(UnmanagedType.U1)] bool c,
    [MarshalAs(UnmanagedType.I4)] bool d);
