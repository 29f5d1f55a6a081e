using System;
using System.Runtime.InteropServices;
using NativeCallbacks;

[assembly: NativeSignature(typeof(Func<float, float, float>), SuppressGCTransition = true)]

namespace NativeCallbacks.Tests.Conventions;

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal delegate int WinapiMinus(int a, int b);

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
