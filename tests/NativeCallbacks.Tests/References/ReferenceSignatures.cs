using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.References;

[NativeSignature]
internal delegate void SwapAndScale(ref int a, ref int b);

[NativeSignature]
internal delegate int Divide(int a, int b, out int quotient, out int remainder);

[NativeSignature]
internal delegate long Minus(in long a, in long b);

[NativeSignature]
internal delegate long MinusReadOnly(ref readonly long a, ref readonly long b);

[NativeSignature]
internal unsafe delegate long MinusByPointer(long* a, long* b);

[NativeSignature]
internal delegate void ScaleNested(ref NestedLarge value, int by);

/// <summary>Native code leaves the value alone and tells where it was.</summary>
[NativeSignature]
internal delegate nuint AddressOfOut(out int value);

[NativeSignature]
internal delegate nuint AddressOfIn(in int value);

[NativeSignature]
internal unsafe delegate nuint AddressOfPointer(void* value);

[NativeSignature]
internal unsafe delegate double ApplyPointer(delegate* unmanaged[Cdecl]<double, double> f, double x);
