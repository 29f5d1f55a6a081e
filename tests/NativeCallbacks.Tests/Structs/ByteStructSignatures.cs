using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<Bytes1>))]
[assembly: NativeSignature(typeof(Weigh<Bytes2>))]
[assembly: NativeSignature(typeof(Weigh<Bytes3>))]
[assembly: NativeSignature(typeof(Weigh<Bytes4>))]
[assembly: NativeSignature(typeof(Weigh<Bytes5>))]
[assembly: NativeSignature(typeof(Weigh<Bytes7>))]
[assembly: NativeSignature(typeof(Weigh<Bytes8>))]
[assembly: NativeSignature(typeof(Weigh<Bytes9>))]
[assembly: NativeSignature(typeof(Weigh<Bytes12>))]
[assembly: NativeSignature(typeof(Weigh<Bytes16>))]
[assembly: NativeSignature(typeof(Weigh<Bytes17>))]
[assembly: NativeSignature(typeof(Weigh<Bytes20>))]
[assembly: NativeSignature(typeof(Weigh<Bytes24>))]
[assembly: NativeSignature(typeof(Weigh<Bytes32>))]
[assembly: NativeSignature(typeof(Weigh<Bytes40>))]
[assembly: NativeSignature(typeof(Weigh<Bytes48>))]
[assembly: NativeSignature(typeof(Weigh<Bytes64>))]
[assembly: NativeSignature(typeof(Fill<Bytes1>))]
[assembly: NativeSignature(typeof(Fill<Bytes2>))]
[assembly: NativeSignature(typeof(Fill<Bytes3>))]
[assembly: NativeSignature(typeof(Fill<Bytes4>))]
[assembly: NativeSignature(typeof(Fill<Bytes5>))]
[assembly: NativeSignature(typeof(Fill<Bytes7>))]
[assembly: NativeSignature(typeof(Fill<Bytes8>))]
[assembly: NativeSignature(typeof(Fill<Bytes9>))]
[assembly: NativeSignature(typeof(Fill<Bytes12>))]
[assembly: NativeSignature(typeof(Fill<Bytes16>))]
[assembly: NativeSignature(typeof(Fill<Bytes17>))]
[assembly: NativeSignature(typeof(Fill<Bytes20>))]
[assembly: NativeSignature(typeof(Fill<Bytes24>))]
[assembly: NativeSignature(typeof(Fill<Bytes32>))]
[assembly: NativeSignature(typeof(Fill<Bytes40>))]
[assembly: NativeSignature(typeof(Fill<Bytes48>))]
[assembly: NativeSignature(typeof(Fill<Bytes64>))]
[assembly: NativeSignature(typeof(Reverse<Bytes1>))]
[assembly: NativeSignature(typeof(Reverse<Bytes2>))]
[assembly: NativeSignature(typeof(Reverse<Bytes3>))]
[assembly: NativeSignature(typeof(Reverse<Bytes4>))]
[assembly: NativeSignature(typeof(Reverse<Bytes5>))]
[assembly: NativeSignature(typeof(Reverse<Bytes7>))]
[assembly: NativeSignature(typeof(Reverse<Bytes8>))]
[assembly: NativeSignature(typeof(Reverse<Bytes9>))]
[assembly: NativeSignature(typeof(Reverse<Bytes12>))]
[assembly: NativeSignature(typeof(Reverse<Bytes16>))]
[assembly: NativeSignature(typeof(Reverse<Bytes17>))]
[assembly: NativeSignature(typeof(Reverse<Bytes20>))]
[assembly: NativeSignature(typeof(Reverse<Bytes24>))]
[assembly: NativeSignature(typeof(Reverse<Bytes32>))]
[assembly: NativeSignature(typeof(Reverse<Bytes40>))]
[assembly: NativeSignature(typeof(Reverse<Bytes48>))]
[assembly: NativeSignature(typeof(Reverse<Bytes64>))]
[assembly: NativeSignature(typeof(Around<Bytes1>))]
[assembly: NativeSignature(typeof(Around<Bytes2>))]
[assembly: NativeSignature(typeof(Around<Bytes3>))]
[assembly: NativeSignature(typeof(Around<Bytes4>))]
[assembly: NativeSignature(typeof(Around<Bytes5>))]
[assembly: NativeSignature(typeof(Around<Bytes7>))]
[assembly: NativeSignature(typeof(Around<Bytes8>))]
[assembly: NativeSignature(typeof(Around<Bytes9>))]
[assembly: NativeSignature(typeof(Around<Bytes12>))]
[assembly: NativeSignature(typeof(Around<Bytes16>))]
[assembly: NativeSignature(typeof(Around<Bytes17>))]
[assembly: NativeSignature(typeof(Around<Bytes20>))]
[assembly: NativeSignature(typeof(Around<Bytes24>))]
[assembly: NativeSignature(typeof(Around<Bytes32>))]
[assembly: NativeSignature(typeof(Around<Bytes40>))]
[assembly: NativeSignature(typeof(Around<Bytes48>))]
[assembly: NativeSignature(typeof(Around<Bytes64>))]

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
