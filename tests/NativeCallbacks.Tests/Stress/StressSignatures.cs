using System;

namespace NativeCallbacks.Tests.Stress;

/// <summary>C: <c>void (*)(void)</c>.</summary>
[NativeSignature]
internal delegate void Pause();

[NativeSignature]
internal delegate double TransformWithPause(
    [Shape(nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(n))] Span<double> output,
    int n,
    NativeCallback<Pause> pause);
