using System;
using System.Runtime.InteropServices;

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

[NativeSignature]
internal delegate void ReverseGuarded([Shape(nameof(bytes), InBytes = true)] Span<short> output, [Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<int> values, nuint bytes);

/// <summary>Over a function that returns its argument.</summary>
[NativeSignature]
internal delegate string EchoGuarded(nint text);

/// <summary>Over a function that returns its argument.</summary>
[NativeSignature]
[return: MarshalAs(UnmanagedType.LPWStr)]
internal delegate string EchoWideGuarded(nint text);
