using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Upcalls;

[assembly: NativeSignature(typeof(Operation<sbyte>))]
[assembly: NativeSignature(typeof(Operation<ulong>))]
[assembly: NativeSignature(typeof(Operation<CLong>))]
[assembly: NativeSignature(typeof(Operation<double>))]
[assembly: NativeSignature(typeof(UserOperation<sbyte>))]
[assembly: NativeSignature(typeof(UserOperation<ulong>))]
[assembly: NativeSignature(typeof(UserOperation<CLong>))]
[assembly: NativeSignature(typeof(UserOperation<double>))]

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>C: <c>T (*)(T, T)</c>. Each handler has an address of its own.</summary>
internal delegate T Operation<T>(T a, T b)
    where T : unmanaged;

/// <summary>C: <c>T (*)(T, T, void *)</c>. All handlers share an address, and the context tells them apart.</summary>
internal delegate T UserOperation<T>(T a, T b, [UserData] nint user)
    where T : unmanaged;
