using System;

namespace NativeCallbacks.Tests.Refusals;

// Widths whose product could wrap, each in one place. They are called over functions that count their calls.
[NativeSignature]
internal delegate void ProductOfInts([Shape(nameof(m), nameof(n))] ReadOnlySpan<byte> values, int m, int n);

[NativeSignature]
internal delegate void ProductOfLongs([Shape(nameof(m), nameof(n))] ReadOnlySpan<byte> values, long m, long n);

[NativeSignature]
internal delegate void ProductOfULongs([Shape(nameof(m), nameof(n))] ReadOnlySpan<byte> values, ulong m, ulong n);

[NativeSignature]
internal delegate void ProductOfIntAndConstant([Shape(nameof(m), int.MaxValue)] ReadOnlySpan<byte> values, int m);

[NativeSignature]
internal delegate void ProductOfThreeInts([Shape(nameof(m), nameof(n), nameof(k))] ReadOnlySpan<byte> values, int m, int n, int k);

[NativeSignature]
internal delegate void ProductOfUIntLongAndInt([Shape(nameof(m), nameof(n), nameof(k))] ReadOnlySpan<byte> values, uint m, long n, int k);

/// <summary>n is a dimension alone and a factor, m only a factor: each must be refused below zero.</summary>
[NativeSignature]
internal delegate void ProductAndOwnDimension(
    [Shape(nameof(n))] ReadOnlySpan<byte> first, [Shape(nameof(m), nameof(n))] ReadOnlySpan<byte> second, int m, int n);

/// <summary>One that may be empty.</summary>
[NativeSignature]
internal delegate void OptionalProductOfInts([Shape(nameof(m), nameof(n), Optional = true)] ReadOnlySpan<byte> values, int m, int n);
