using System;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Pins;

/// <summary>C: <c>double (*)(double x, void *user)</c>.</summary>
[NativeSignature]
internal delegate double UserFunction(double x, nint user);

// callback_apply_user calls f with x and its last argument.
[NativeSignature]
internal delegate double ApplyRef(NativeCallback<UserFunction> f, double x, ref double user);

[NativeSignature]
internal delegate double ApplyIn(NativeCallback<UserFunction> f, double x, in double user);

[NativeSignature]
internal delegate double ApplyOut(NativeCallback<UserFunction> f, double x, out double user);

[NativeSignature]
internal delegate double ApplyText(NativeCallback<UserFunction> f, double x, string user);

[NativeSignature]
internal delegate double ApplyUnchecked(NativeCallback<UserFunction> f, double x, [UncheckedShape] Span<double> user);

[NativeSignature]
internal delegate void ApplyMatrixInMotion(
    NativeCallback<MatrixTransform> f,
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);
