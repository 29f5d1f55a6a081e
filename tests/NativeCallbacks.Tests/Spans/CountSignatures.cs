using System;

namespace NativeCallbacks.Tests.Spans;

// C: double (*)(const double *values, T n), for every type of count.
[NativeSignature]
internal delegate double CountedBySByte([Shape(nameof(n))] ReadOnlySpan<double> values, sbyte n);

[NativeSignature]
internal delegate double CountedByByte([Shape(nameof(n))] ReadOnlySpan<double> values, byte n);

[NativeSignature]
internal delegate double CountedByShort([Shape(nameof(n))] ReadOnlySpan<double> values, short n);

[NativeSignature]
internal delegate double CountedByUShort([Shape(nameof(n))] ReadOnlySpan<double> values, ushort n);

[NativeSignature]
internal delegate double CountedByInt([Shape(nameof(n))] ReadOnlySpan<double> values, int n);

[NativeSignature]
internal delegate double CountedByUInt([Shape(nameof(n))] ReadOnlySpan<double> values, uint n);

[NativeSignature]
internal delegate double CountedByLong([Shape(nameof(n))] ReadOnlySpan<double> values, long n);

[NativeSignature]
internal delegate double CountedByULong([Shape(nameof(n))] ReadOnlySpan<double> values, ulong n);

[NativeSignature]
internal delegate double CountedByNInt([Shape(nameof(n))] ReadOnlySpan<double> values, nint n);

[NativeSignature]
internal delegate double CountedByNUInt([Shape(nameof(n))] ReadOnlySpan<double> values, nuint n);

[NativeSignature]
internal delegate double CountedByInInt([Shape(nameof(n))] ReadOnlySpan<double> values, in int n);

[NativeSignature]
internal delegate double CountedByInShort([Shape(nameof(n))] ReadOnlySpan<double> values, in short n);

[NativeSignature]
internal delegate double CountedByRefInt([Shape(nameof(n))] ReadOnlySpan<double> values, ref int n);
