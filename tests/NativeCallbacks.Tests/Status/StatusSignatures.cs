using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Status;

// C: T (*)(T code), which returns what it is given.
[NativeSignature]
[return: StatusCode]
internal delegate int IntStatus(int code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int IntNonNegativeStatus(int code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonZeroIsSuccess)]
internal delegate int IntNonZeroStatus(int code);

[NativeSignature]
[return: StatusCode]
internal delegate sbyte SByteStatus(sbyte code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate sbyte SByteNonNegativeStatus(sbyte code);

[NativeSignature]
[return: StatusCode]
internal delegate long LongStatus(long code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate long LongNonNegativeStatus(long code);

[NativeSignature]
[return: StatusCode]
internal delegate uint UIntStatus(uint code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonZeroIsSuccess)]
internal delegate uint UIntNonZeroStatus(uint code);

[NativeSignature]
[return: StatusCode]
internal delegate ulong ULongStatus(ulong code);

internal enum ErrorCode : short
{
    None = 0,
    OutOfRange = -3,
    Busy = 300,
}

[NativeSignature]
[return: StatusCode]
internal delegate ErrorCode EnumStatus(ErrorCode code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate ErrorCode EnumNonNegativeStatus(ErrorCode code);

[NativeSignature]
[return: StatusCode]
internal delegate int WriteThenStatus(int code, [Shape(nameof(n))] Span<double> output, int n);

[NativeSignature]
[return: StatusCode]
internal delegate CLong CLongStatus(CLong code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate CLong CLongNonNegativeStatus(CLong code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonZeroIsSuccess)]
internal delegate CULong CULongNonZeroStatus(CULong code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate nint NonNullStatus(nint code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal unsafe delegate int* NonNullPointerStatus(int* code);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate NativeCallback<IntStatus> NonNullCallbackStatus(NativeCallback<IntStatus> code);
