namespace NativeCallbacks.Benchmarks.Upcalls;

// Two declarations of one C type, int64_t (*)(int64_t x, void *data); see callers.c.

/// <summary>All handlers share one address, and the data tells them apart.</summary>
[NativeSignature]
public delegate long WeighWithUserData(long x, [UserData] nint data);

/// <summary>Each handler has an address of its own, and the data means nothing.</summary>
[NativeSignature]
public delegate long WeighWithoutUserData(long x, nint data);
