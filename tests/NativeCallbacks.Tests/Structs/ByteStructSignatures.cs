using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<Bytes3>))]
[assembly: NativeSignature(typeof(Weigh<Bytes16>))]
[assembly: NativeSignature(typeof(Weigh<Bytes24>))]
[assembly: NativeSignature(typeof(Fill<Bytes3>))]
[assembly: NativeSignature(typeof(Fill<Bytes16>))]
[assembly: NativeSignature(typeof(Fill<Bytes24>))]
[assembly: NativeSignature(typeof(Reverse<Bytes3>))]
[assembly: NativeSignature(typeof(Reverse<Bytes16>))]
[assembly: NativeSignature(typeof(Reverse<Bytes24>))]
[assembly: NativeSignature(typeof(Around<Bytes3>))]
[assembly: NativeSignature(typeof(Around<Bytes16>))]
[assembly: NativeSignature(typeof(Around<Bytes24>))]

namespace NativeCallbacks.Tests.Structs;

/// <summary>C: <c>double (*)(T)</c>: the fields, weighted by their place.</summary>
internal delegate double Weigh<T>(T value)
    where T : unmanaged;

/// <summary>C: <c>T (*)(uint8_t)</c>: byte i is seed * 64 + i.</summary>
internal delegate T Fill<T>(byte seed)
    where T : unmanaged;

/// <summary>C: <c>T (*)(T)</c>: the bytes from last to first.</summary>
internal delegate T Reverse<T>(T value)
    where T : unmanaged;

/// <summary>C: <c>double (*)(int8_t, T, double, T, int16_t)</c>: the arguments, weighted by their place.</summary>
internal delegate double Around<T>(sbyte head, T first, double between, T second, short tail)
    where T : unmanaged;

/// <summary>C: <c>T (*)(int32_t, T, T)</c>: the first where the index is zero, and the second otherwise.</summary>
internal delegate T Pick<T>(int index, T first, T second)
    where T : unmanaged;
