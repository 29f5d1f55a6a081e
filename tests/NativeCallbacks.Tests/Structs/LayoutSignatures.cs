using System;
using System.Numerics;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<IntDouble>))]
[assembly: NativeSignature(typeof(Weigh<DoubleInt>))]
[assembly: NativeSignature(typeof(Weigh<Pair<long>>))]
[assembly: NativeSignature(typeof(Weigh<Pair<double>>))]
[assembly: NativeSignature(typeof(Weigh<DoubleQuad>))]
[assembly: NativeSignature(typeof(Weigh<Vector2>))]
[assembly: NativeSignature(typeof(Weigh<Vector3>))]
[assembly: NativeSignature(typeof(Weigh<Vector4>))]
[assembly: NativeSignature(typeof(Weigh<LongDoubleByte>))]
[assembly: NativeSignature(typeof(Weigh<NestedSmall>))]
[assembly: NativeSignature(typeof(Weigh<NestedLarge>))]
[assembly: NativeSignature(typeof(Weigh<Packed>))]
[assembly: NativeSignature(typeof(Weigh<Overlay>))]
[assembly: NativeSignature(typeof(Weigh<Guid>))]
[assembly: NativeSignature(typeof(Weigh<Complex>))]
[assembly: NativeSignature(typeof(Around<IntDouble>))]
[assembly: NativeSignature(typeof(Around<DoubleInt>))]
[assembly: NativeSignature(typeof(Around<Pair<long>>))]
[assembly: NativeSignature(typeof(Around<Pair<double>>))]
[assembly: NativeSignature(typeof(Around<DoubleQuad>))]
[assembly: NativeSignature(typeof(Around<Vector2>))]
[assembly: NativeSignature(typeof(Around<Vector3>))]
[assembly: NativeSignature(typeof(Around<Vector4>))]
[assembly: NativeSignature(typeof(Around<LongDoubleByte>))]
[assembly: NativeSignature(typeof(Around<NestedSmall>))]
[assembly: NativeSignature(typeof(Around<NestedLarge>))]
[assembly: NativeSignature(typeof(Around<Packed>))]
[assembly: NativeSignature(typeof(Around<Overlay>))]
[assembly: NativeSignature(typeof(Around<Guid>))]
[assembly: NativeSignature(typeof(Around<Complex>))]
[assembly: NativeSignature(typeof(Pick<IntDouble>))]
[assembly: NativeSignature(typeof(Pick<DoubleInt>))]
[assembly: NativeSignature(typeof(Pick<Pair<long>>))]
[assembly: NativeSignature(typeof(Pick<Pair<double>>))]
[assembly: NativeSignature(typeof(Pick<DoubleQuad>))]
[assembly: NativeSignature(typeof(Pick<Vector2>))]
[assembly: NativeSignature(typeof(Pick<Vector3>))]
[assembly: NativeSignature(typeof(Pick<Vector4>))]
[assembly: NativeSignature(typeof(Pick<LongDoubleByte>))]
[assembly: NativeSignature(typeof(Pick<NestedSmall>))]
[assembly: NativeSignature(typeof(Pick<NestedLarge>))]
[assembly: NativeSignature(typeof(Pick<Packed>))]
[assembly: NativeSignature(typeof(Pick<Overlay>))]
[assembly: NativeSignature(typeof(Pick<Guid>))]
[assembly: NativeSignature(typeof(Pick<Complex>))]

namespace NativeCallbacks.Tests.Structs;

// The fields in their order, returned as a struct.
[NativeSignature]
internal delegate IntDouble MakeIntDouble(int i, double d);

[NativeSignature]
internal delegate DoubleInt MakeDoubleInt(double d, int i);

[NativeSignature]
internal delegate Pair<long> MakeLongPair(long a, long b);

[NativeSignature]
internal delegate Pair<double> MakeDoublePair(double x, double y);

[NativeSignature]
internal delegate DoubleQuad MakeDoubleQuad(double x, double y, double z, double w);

[NativeSignature]
internal delegate Vector2 MakeVector2(float x, float y);

[NativeSignature]
internal delegate Vector3 MakeVector3(float x, float y, float z);

[NativeSignature]
internal delegate Vector4 MakeVector4(float x, float y, float z, float w);

[NativeSignature]
internal delegate LongDoubleByte MakeLongDoubleByte(long a, double b, sbyte c);

[NativeSignature]
internal delegate NestedSmall MakeNestedSmall(float x, float y, int tag);

[NativeSignature]
internal delegate NestedLarge MakeNestedLarge(int i1, double d1, float x, float y, double d2, int i2);

[NativeSignature]
internal delegate Packed MakePacked(byte tag, uint value);

[NativeSignature]
internal delegate Overlay MakeOverlay(long bits);

[NativeSignature]
internal delegate Guid MakeGuid();

[NativeSignature]
internal delegate Complex MakeComplex(double re, double im);

// A struct that needs more registers than are left goes to the stack whole.
[NativeSignature]
internal delegate double AfterFiveIntegers(long a1, long a2, long a3, long a4, long a5, Pair<long> a6, long a7);

[NativeSignature]
internal delegate double AfterSevenDoubles(
    double a1, double a2, double a3, double a4, double a5, double a6, double a7, Pair<double> a8, double a9);

[NativeSignature]
internal delegate double AfterSixIntegers(long a1, long a2, long a3, long a4, long a5, long a6, IntDouble a7, double a8);

[NativeSignature]
internal delegate Complex ComplexOperation(Complex a, Complex b);
