namespace NativeCallbacks.Benchmarks;

// Two declarations of one C type, double (*)(double x, void *data); see callers.c.

/// <summary>All handlers share one address, and the data tells them apart.</summary>
[NativeSignature]
public delegate double WeighWithUserData(double x, [UserData] nint data);

/// <summary>Each handler has an address of its own, and the data means nothing.</summary>
[NativeSignature]
public delegate double WeighWithoutUserData(double x, nint data);
