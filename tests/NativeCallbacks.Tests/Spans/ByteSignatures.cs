using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Spans;

// C: functions that take a number of bytes, whatever the elements are.
[NativeSignature]
internal delegate long WeighInts([Shape(nameof(count), nameof(size), InBytes = true)] ReadOnlySpan<int> values, int count, int size);

[NativeSignature]
internal delegate long WeighIntsBySizes([Shape(nameof(count), nameof(size), InBytes = true)] ReadOnlySpan<int> values, nuint count, nuint size);

[NativeSignature]
internal delegate long WeighDoublesByShort([Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<double> values, ushort bytes);

[NativeSignature]
internal delegate long WeighDoublesByLong([Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<double> values, CLong bytes);

[NativeSignature]
internal delegate long WeighOptional([Shape(nameof(count), nameof(size), InBytes = true, Optional = true)] ReadOnlySpan<int> values, int count, int size);

[NativeSignature]
internal delegate void ReverseBytes(
    [Shape(nameof(bytes), InBytes = true)] Span<int> output, [Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<short> values, nuint bytes);

/// <summary>Over a function without parameters, to see whether it was entered.</summary>
[NativeSignature]
internal delegate void TouchBytes([Shape(nameof(a), nameof(b), InBytes = true)] ReadOnlySpan<int> values, long a, ulong b);

/// <summary>Over a function without parameters.</summary>
[NativeSignature]
internal delegate void TouchBytesOfInt([Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<int> values, int bytes);

[NativeSignature]
internal delegate double CountedByCLong([Shape(nameof(n))] ReadOnlySpan<double> values, CLong n);

[NativeSignature]
internal delegate double CountedByCULong([Shape(nameof(n))] ReadOnlySpan<double> values, CULong n);

// The other direction.
[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TakesBytes([Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<int> values, nuint bytes);

[NativeSignature]
internal delegate long CallWithBytes(NativeCallback<TakesBytes> f, nint values, nuint bytes);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TakesProduct([Shape(nameof(count), nameof(size), InBytes = true, Optional = true)] ReadOnlySpan<int> values, long count, long size);

[NativeSignature]
internal delegate long CallWithProduct(NativeCallback<TakesProduct> f, nint values, long count, long size);
