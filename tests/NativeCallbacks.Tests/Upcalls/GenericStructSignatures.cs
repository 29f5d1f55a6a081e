using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Generic structs of a handler that native code tells by its context.</summary>
[NativeSignature]
internal delegate Pair<double> SwapWithContext(Pair<long> first, Pair<double> second, [UserData] nint user, double weight);
