using System;
using System.Numerics;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;
using NativeCallbacks.Tests.Upcalls;

[assembly: NativeSignature(typeof(Mix<Bytes1>))]
[assembly: NativeSignature(typeof(Mix<Bytes2>))]
[assembly: NativeSignature(typeof(Mix<Bytes3>))]
[assembly: NativeSignature(typeof(Mix<Bytes4>))]
[assembly: NativeSignature(typeof(Mix<Bytes5>))]
[assembly: NativeSignature(typeof(Mix<Bytes7>))]
[assembly: NativeSignature(typeof(Mix<Bytes8>))]
[assembly: NativeSignature(typeof(Mix<Bytes9>))]
[assembly: NativeSignature(typeof(Mix<Bytes12>))]
[assembly: NativeSignature(typeof(Mix<Bytes16>))]
[assembly: NativeSignature(typeof(Mix<Bytes17>))]
[assembly: NativeSignature(typeof(Mix<Bytes20>))]
[assembly: NativeSignature(typeof(Mix<Bytes24>))]
[assembly: NativeSignature(typeof(Mix<Bytes32>))]
[assembly: NativeSignature(typeof(Mix<Bytes40>))]
[assembly: NativeSignature(typeof(Mix<Bytes48>))]
[assembly: NativeSignature(typeof(Mix<Bytes64>))]
[assembly: NativeSignature(typeof(Mix<IntDouble>))]
[assembly: NativeSignature(typeof(Mix<DoubleInt>))]
[assembly: NativeSignature(typeof(Mix<Pair<long>>))]
[assembly: NativeSignature(typeof(Mix<Pair<double>>))]
[assembly: NativeSignature(typeof(Mix<DoubleQuad>))]
[assembly: NativeSignature(typeof(Mix<Vector2>))]
[assembly: NativeSignature(typeof(Mix<Vector3>))]
[assembly: NativeSignature(typeof(Mix<Vector4>))]
[assembly: NativeSignature(typeof(Mix<LongDoubleByte>))]
[assembly: NativeSignature(typeof(Mix<NestedSmall>))]
[assembly: NativeSignature(typeof(Mix<NestedLarge>))]
[assembly: NativeSignature(typeof(Mix<Packed>))]
[assembly: NativeSignature(typeof(Mix<Overlay>))]
[assembly: NativeSignature(typeof(Mix<Guid>))]
[assembly: NativeSignature(typeof(Mix<Complex>))]
[assembly: NativeSignature(typeof(UserMix<Bytes1>))]
[assembly: NativeSignature(typeof(UserMix<Bytes2>))]
[assembly: NativeSignature(typeof(UserMix<Bytes3>))]
[assembly: NativeSignature(typeof(UserMix<Bytes4>))]
[assembly: NativeSignature(typeof(UserMix<Bytes5>))]
[assembly: NativeSignature(typeof(UserMix<Bytes7>))]
[assembly: NativeSignature(typeof(UserMix<Bytes8>))]
[assembly: NativeSignature(typeof(UserMix<Bytes9>))]
[assembly: NativeSignature(typeof(UserMix<Bytes12>))]
[assembly: NativeSignature(typeof(UserMix<Bytes16>))]
[assembly: NativeSignature(typeof(UserMix<Bytes17>))]
[assembly: NativeSignature(typeof(UserMix<Bytes20>))]
[assembly: NativeSignature(typeof(UserMix<Bytes24>))]
[assembly: NativeSignature(typeof(UserMix<Bytes32>))]
[assembly: NativeSignature(typeof(UserMix<Bytes40>))]
[assembly: NativeSignature(typeof(UserMix<Bytes48>))]
[assembly: NativeSignature(typeof(UserMix<Bytes64>))]
[assembly: NativeSignature(typeof(UserMix<IntDouble>))]
[assembly: NativeSignature(typeof(UserMix<DoubleInt>))]
[assembly: NativeSignature(typeof(UserMix<Pair<long>>))]
[assembly: NativeSignature(typeof(UserMix<Pair<double>>))]
[assembly: NativeSignature(typeof(UserMix<DoubleQuad>))]
[assembly: NativeSignature(typeof(UserMix<Vector2>))]
[assembly: NativeSignature(typeof(UserMix<Vector3>))]
[assembly: NativeSignature(typeof(UserMix<Vector4>))]
[assembly: NativeSignature(typeof(UserMix<LongDoubleByte>))]
[assembly: NativeSignature(typeof(UserMix<NestedSmall>))]
[assembly: NativeSignature(typeof(UserMix<NestedLarge>))]
[assembly: NativeSignature(typeof(UserMix<Packed>))]
[assembly: NativeSignature(typeof(UserMix<Overlay>))]
[assembly: NativeSignature(typeof(UserMix<Guid>))]
[assembly: NativeSignature(typeof(UserMix<Complex>))]

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>C: <c>T (*)(int8_t, T, double, T, int16_t)</c>. Each handler has an address of its own.</summary>
internal delegate T Mix<T>(sbyte head, T first, double between, T second, short tail)
    where T : unmanaged;

/// <summary>The same behind a context, which distinguishes the handlers of one address.</summary>
internal delegate T UserMix<T>([UserData] nint user, sbyte head, T first, double between, T second, short tail)
    where T : unmanaged;
