using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Status;

[NativeSignature(SetLastError = true)]
internal delegate int SetErrno(int error, int result);

[NativeSignature]
internal delegate int SetErrnoUnnoticed(int error, int result);

[NativeSignature(SetLastError = true)]
[return: StatusCode]
internal delegate int SetErrnoThenStatus(int error, int result);

[NativeSignature(SetLastError = true)]
[return: MarshalAs(UnmanagedType.I4)]
internal delegate bool SetErrnoThenBoolean(int error, int result);

[NativeSignature(SetLastError = true)]
internal delegate NativeCallback<ScalarFunction> SetErrnoThenCallback(int error, nint result);

[NativeSignature(SetLastError = true)]
internal delegate int SetErrnoBySpan(int error, int result, [Shape(nameof(result))] ReadOnlySpan<byte> ignored);

[NativeSignature(SetLastError = true)]
internal delegate int SetErrnoByTexts(int error, int result, string ignored, string alsoIgnored);

/// <summary>As the runtime's own attribute says it.</summary>
[NativeSignature]
[UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
internal delegate int SetErrnoByFunctionPointerAttribute(int error, int result);

[NativeSignature(SetLastError = true)]
internal delegate int GetErrno();

[NativeSignature(SetLastError = true)]
internal delegate void TouchWithErrno();
