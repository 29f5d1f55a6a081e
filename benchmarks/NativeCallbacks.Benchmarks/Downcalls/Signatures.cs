using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

// The functions of native/callees.c, beside the ones whose signatures ship with the package.

[NativeSignature(SuppressGCTransition = true)]
public delegate double SuppressedFunction(double x);

[NativeSignature]
public delegate double BinaryFunction(double x, double y);

[NativeSignature(SuppressGCTransition = true)]
public delegate double SuppressedBinaryFunction(double x, double y);

[NativeSignature]
public delegate double MixedFunction(int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8);

[NativeSignature]
public delegate double WeighPair(Pair value);

[NativeSignature]
public delegate double WeighTriple(Triple value);

[NativeSignature]
public delegate long TextLength(string text);

[NativeSignature]
public delegate long WideTextLength([MarshalAs(UnmanagedType.LPWStr)] string text);

[NativeSignature]
public delegate string TextOf(int length);

[NativeSignature]
public delegate Utf8Pointer PointerOf(int length);

[NativeSignature]
public delegate double Apply(NativeCallback<ScalarFunction> function, double x);

/// <summary>16 bytes, which cross in two registers.</summary>
public readonly record struct Pair(double First, double Second);

/// <summary>24 bytes, which cross in memory.</summary>
public readonly record struct Triple(double First, double Second, long Third);

// What Marshal needs where a signature of the library has types that it does not know.

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void MarshalledMatrixTransform(double* input, double* output, int m, int n);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public delegate long MarshalledTextLength([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public delegate double MarshalledApply(nint function, double x);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public delegate double MarshalledApplyHandler(ScalarFunction function, double x);
