using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Conventions;

[NativeSignature(CallingConvention = CallingConvention.Cdecl)]
internal delegate int CdeclMinus(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate int StdCallMinus(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.ThisCall)]
internal delegate long ThisCallMinus(nint self, nint other);

[NativeSignature]
[UnmanagedFunctionPointer(CallingConvention.StdCall)]
internal delegate int AttributeStdCallMinus(int a, int b);
