using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Scalars;

// C: T (*)(T a, T b), for the integers and floating types that tests call.
[NativeSignature]
internal delegate sbyte SByteOperation(sbyte a, sbyte b);

[NativeSignature]
internal delegate short ShortOperation(short a, short b);

[NativeSignature]
internal delegate int IntOperation(int a, int b);

[NativeSignature]
internal delegate ulong ULongOperation(ulong a, ulong b);

[NativeSignature]
internal delegate CLong CLongOperation(CLong a, CLong b);

[NativeSignature]
internal delegate float FloatOperation(float a, float b);

[NativeSignature]
internal delegate double DoubleOperation(double a, double b);
