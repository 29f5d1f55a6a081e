using NativeCallbacks;
using NativeCallbacks.Tests.Structs;
using NativeCallbacks.Tests.Upcalls;

[assembly: NativeSignature(typeof(Mix<Bytes3>))]
[assembly: NativeSignature(typeof(Mix<Bytes16>))]
[assembly: NativeSignature(typeof(Mix<Bytes24>))]
[assembly: NativeSignature(typeof(Mix<IntDouble>))]
[assembly: NativeSignature(typeof(Mix<Pair<double>>))]
[assembly: NativeSignature(typeof(Mix<Packed>))]
[assembly: NativeSignature(typeof(UserMix<Bytes3>))]
[assembly: NativeSignature(typeof(UserMix<Bytes16>))]
[assembly: NativeSignature(typeof(UserMix<Bytes24>))]
[assembly: NativeSignature(typeof(UserMix<IntDouble>))]
[assembly: NativeSignature(typeof(UserMix<Pair<double>>))]
[assembly: NativeSignature(typeof(UserMix<Packed>))]

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>C: <c>T (*)(int8_t, T, double, T, int16_t)</c>. Each handler has an address of its own.</summary>
internal delegate T Mix<T>(sbyte head, T first, double between, T second, short tail)
    where T : unmanaged;

/// <summary>The same behind a context, which distinguishes the handlers of one address.</summary>
internal delegate T UserMix<T>([UserData] nint user, sbyte head, T first, double between, T second, short tail)
    where T : unmanaged;
