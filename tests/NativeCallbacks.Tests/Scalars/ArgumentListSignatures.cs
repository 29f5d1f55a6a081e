using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Scalars;

[NativeSignature]
internal delegate double Mixed20(
    int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10, uint a11, float a12,
    CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20);

[NativeSignature]
internal delegate long MixedLong20(
    int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10, uint a11, float a12,
    CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20);

[NativeSignature]
internal delegate double Doubles24(
    double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11,
    double a12, double a13, double a14, double a15, double a16, double a17, double a18, double a19, double a20, double a21,
    double a22, double a23, double a24);

[NativeSignature]
internal delegate double Floats10(
    float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8, float a9, float a10);

[NativeSignature]
internal delegate long NarrowOnStack(
    long a1, long a2, long a3, long a4, long a5, long a6, sbyte a7, byte a8, short a9, ushort a10, int a11, uint a12,
    sbyte a13, long a14);

[NativeSignature]
internal delegate int NoArguments();

[NativeSignature]
internal delegate void Touch();
