using System;

namespace NativeCallbacks.Tests.Spans;

[NativeSignature]
internal delegate double Dot(int n, [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n))] ReadOnlySpan<double> y);

[NativeSignature]
internal delegate void VectorMinus(
    [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n))] ReadOnlySpan<double> y, [Shape(nameof(n))] Span<double> output, int n);

/// <summary>A constant as the only dimension.</summary>
[NativeSignature]
internal delegate double WeighThree([Shape(3)] ReadOnlySpan<double> values);

/// <summary>A constant beside a parameter, which the span alone cannot tell.</summary>
[NativeSignature]
internal delegate double RowsOfThree([Shape(nameof(n), 3)] ReadOnlySpan<double> rows, int n);

/// <summary>Only n is inferred, from x; m stays a parameter.</summary>
[NativeSignature]
internal delegate nuint AddressOfSecond([Shape(nameof(n))] ReadOnlySpan<double> x, int n, [Shape(nameof(m), 2)] ReadOnlySpan<double> y, int m);

[NativeSignature]
internal delegate double WeighToZero([UncheckedShape] ReadOnlySpan<double> values);

[NativeSignature]
internal delegate int NullMask(
    [Shape(nameof(m))] ReadOnlySpan<double> first, int m, [Shape(nameof(n))] Span<double> second, int n);

[NativeSignature]
internal delegate int OptionalNullMask(
    [Shape(nameof(m), Optional = true)] ReadOnlySpan<double> first, int m, [Shape(nameof(n), Optional = true)] Span<double> second, int n);

[NativeSignature]
internal delegate int UncheckedNullMask([UncheckedShape] ReadOnlySpan<double> first, int m, [UncheckedShape] Span<double> second, int n);

[NativeSignature]
internal delegate nuint SpanAddress([Shape(nameof(n))] ReadOnlySpan<double> values, int n);

/// <summary>NLopt: <c>double f(unsigned n, const double *x, double *gradient /* may be NULL */, void *data)</c>.</summary>
[NativeSignature]
internal delegate double Objective(
    uint n,
    [Shape(nameof(n))] ReadOnlySpan<double> x,
    [Shape(nameof(n), Optional = true)] Span<double> gradient,
    nint data);
