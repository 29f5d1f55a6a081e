namespace NativeCallbacks.Tests.Upcalls;

// Signatures of one test class each, so that no other test uses their pools and tables.
[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long GarbageCount(int i, [UserData] nint user);

[NativeSignature(ThrowsFaults = false)]
internal delegate long SumGarbageCount(NativeCallback<GarbageCount> f, int times, [UserData(nameof(f))] nint user);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long ReusedCount(int i, [UserData] nint user);

[NativeSignature(ThrowsFaults = false)]
internal delegate long SumReusedCount(NativeCallback<ReusedCount> f, int times, [UserData(nameof(f))] nint user);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long ReusedPlainCount(int i);

/// <summary>Alone in its pool, so that the first callbacks are the first of the pool.</summary>
[NativeSignature]
[return: FaultResult(-77)]
internal delegate long WindowCount(int i);

/// <summary>For thousands of callbacks: in a pool of other tests, the addresses that those call too late would be used again.</summary>
[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long FloodCount(int i);

[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long StressCount(int i, [UserData] nint user);

[NativeSignature]
internal delegate long SumStressCount(NativeCallback<StressCount> f, int times, [UserData(nameof(f))] nint user);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long StressPlainCount(int i);

[NativeSignature]
internal delegate long SumStressPlainCount(NativeCallback<StressPlainCount> f, int times);

[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long TracedCount(int i, [UserData] nint user);

[NativeSignature(ThrowsFaults = false)]
[return: FaultResult(-77)]
internal delegate long TracedPlainCount(int i);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TracedPoolCount(int i);
