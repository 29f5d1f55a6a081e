using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Scalars;

[NativeSignature]
internal delegate double Mixed20(
    int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10, uint a11, float a12,
    CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20);

[NativeSignature]
internal delegate long NarrowOnStack(
    long a1, long a2, long a3, long a4, long a5, long a6, sbyte a7, byte a8, short a9, ushort a10, int a11, uint a12,
    sbyte a13, long a14);

[NativeSignature]
internal delegate int NoArguments();

[NativeSignature]
internal delegate void Touch();
