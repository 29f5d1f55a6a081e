using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Upcalls;

[assembly: NativeSignature(typeof(Operation<sbyte>))]
[assembly: NativeSignature(typeof(Operation<byte>))]
[assembly: NativeSignature(typeof(Operation<short>))]
[assembly: NativeSignature(typeof(Operation<ushort>))]
[assembly: NativeSignature(typeof(Operation<int>))]
[assembly: NativeSignature(typeof(Operation<uint>))]
[assembly: NativeSignature(typeof(Operation<long>))]
[assembly: NativeSignature(typeof(Operation<ulong>))]
[assembly: NativeSignature(typeof(Operation<nint>))]
[assembly: NativeSignature(typeof(Operation<nuint>))]
[assembly: NativeSignature(typeof(Operation<CLong>))]
[assembly: NativeSignature(typeof(Operation<CULong>))]
[assembly: NativeSignature(typeof(Operation<float>))]
[assembly: NativeSignature(typeof(Operation<double>))]
[assembly: NativeSignature(typeof(UserOperation<sbyte>))]
[assembly: NativeSignature(typeof(UserOperation<byte>))]
[assembly: NativeSignature(typeof(UserOperation<short>))]
[assembly: NativeSignature(typeof(UserOperation<ushort>))]
[assembly: NativeSignature(typeof(UserOperation<int>))]
[assembly: NativeSignature(typeof(UserOperation<uint>))]
[assembly: NativeSignature(typeof(UserOperation<long>))]
[assembly: NativeSignature(typeof(UserOperation<ulong>))]
[assembly: NativeSignature(typeof(UserOperation<nint>))]
[assembly: NativeSignature(typeof(UserOperation<nuint>))]
[assembly: NativeSignature(typeof(UserOperation<CLong>))]
[assembly: NativeSignature(typeof(UserOperation<CULong>))]
[assembly: NativeSignature(typeof(UserOperation<float>))]
[assembly: NativeSignature(typeof(UserOperation<double>))]

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>C: <c>T (*)(T, T)</c>. Each handler has an address of its own.</summary>
internal delegate T Operation<T>(T a, T b)
    where T : unmanaged;

/// <summary>C: <c>T (*)(T, T, void *)</c>. All handlers share an address, and the context tells them apart.</summary>
internal delegate T UserOperation<T>(T a, T b, [UserData] nint user)
    where T : unmanaged;
