using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Conventions;

[NativeSignature(CallingConvention = CallingConvention.Cdecl)]
internal delegate int CdeclMinus(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate int StdCallMinus(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.ThisCall)]
internal delegate long ThisCallMinus(nint self, nint other);

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal delegate int WinapiMinus(int a, int b);

[NativeSignature]
[UnmanagedFunctionPointer(CallingConvention.StdCall)]
internal delegate int AttributeStdCallMinus(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate NestedLarge StdCallMakeNested(int i1, double d1, float x, float y, double d2, int i2);

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal delegate double WinapiDot(int n, [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n))] ReadOnlySpan<double> y);

[NativeSignature(SuppressGCTransition = true)]
internal delegate double SuppressedMinus(double a, double b);

[NativeSignature(SuppressGCTransition = true, CallingConvention = CallingConvention.StdCall)]
internal delegate int SuppressedStdCallMinus(int a, int b);

[NativeSignature(SuppressGCTransition = true, CallingConvention = CallingConvention.Winapi)]
internal delegate int SuppressedWinapiMinus(int a, int b);

[NativeSignature(SuppressGCTransition = true)]
internal delegate double SuppressedDot(int n, [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n))] ReadOnlySpan<double> y);

[NativeSignature(SuppressGCTransition = true, SetLastError = true)]
internal delegate int SuppressedSetErrno(int error, int result);

[NativeSignature(SuppressGCTransition = true)]
internal delegate int SuppressedTextLength(string? text);
