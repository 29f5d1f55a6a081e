using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.MachineCode;

[NativeSignature]
internal delegate double Mixed8(int a1, double a2, long a3, float a4, sbyte a5, double a6, nint a7, byte a8);

[NativeSignature]
internal delegate double WeighPair(Pair<double> pair);

[NativeSignature]
internal delegate double WeighLongDoubleByte(LongDoubleByte value);
