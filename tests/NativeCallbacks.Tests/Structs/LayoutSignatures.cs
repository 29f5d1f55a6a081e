using System;
using System.Numerics;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<IntDouble>))]
[assembly: NativeSignature(typeof(Weigh<Pair<double>>))]
[assembly: NativeSignature(typeof(Weigh<NestedLarge>))]
[assembly: NativeSignature(typeof(Weigh<Packed>))]
[assembly: NativeSignature(typeof(Weigh<Overlay>))]
[assembly: NativeSignature(typeof(Weigh<Guid>))]
[assembly: NativeSignature(typeof(Around<IntDouble>))]
[assembly: NativeSignature(typeof(Around<Pair<double>>))]
[assembly: NativeSignature(typeof(Around<NestedLarge>))]
[assembly: NativeSignature(typeof(Around<Packed>))]
[assembly: NativeSignature(typeof(Around<Overlay>))]
[assembly: NativeSignature(typeof(Around<Guid>))]
[assembly: NativeSignature(typeof(Pick<IntDouble>))]
[assembly: NativeSignature(typeof(Pick<Pair<double>>))]
[assembly: NativeSignature(typeof(Pick<NestedLarge>))]
[assembly: NativeSignature(typeof(Pick<Packed>))]
[assembly: NativeSignature(typeof(Pick<Overlay>))]
[assembly: NativeSignature(typeof(Pick<Guid>))]

namespace NativeCallbacks.Tests.Structs;

// The fields in their order, returned as a struct.
[NativeSignature]
internal delegate NestedLarge MakeNestedLarge(int i1, double d1, float x, float y, double d2, int i2);

// A struct that needs more registers than are left goes to the stack whole.
[NativeSignature]
internal delegate double AfterSixIntegers(long a1, long a2, long a3, long a4, long a5, long a6, IntDouble a7, double a8);

[NativeSignature]
internal delegate Complex ComplexOperation(Complex a, Complex b);
