using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Callbacks;

[NativeSignature]
internal delegate double Apply(NativeCallback<ScalarFunction> f, double x);

[NativeSignature]
internal delegate double Compose(NativeCallback<ScalarFunction> f, NativeCallback<ScalarFunction> g, double x);

[NativeSignature]
internal delegate NativeCallback<ScalarFunction> Choose(int index);

[NativeSignature]
internal delegate int Which(NativeCallback<ScalarFunction> f);

[NativeSignature]
internal delegate void ChooseInto(int index, out NativeCallback<ScalarFunction> f);

[NativeSignature]
internal delegate void ApplyMatrix(
    NativeCallback<MatrixTransform> f,
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m,
    int n);

[NativeSignature]
internal delegate Pair<double> PairFunction(Pair<double> pair, double by);

[NativeSignature]
internal delegate Pair<double> ApplyPair(NativeCallback<PairFunction> f, Pair<double> pair, double by);

/// <summary>A callback that takes a callback that takes a callback.</summary>
[NativeSignature]
internal delegate double ApplyHigher(NativeCallback<Apply> h, NativeCallback<ScalarFunction> f, double x);

[StructLayout(LayoutKind.Sequential)]
internal record struct CallbackTwo(NativeCallback<ScalarFunction> F, NativeCallback<ScalarFunction> G);

[StructLayout(LayoutKind.Sequential)]
internal record struct CallbackTable(NativeCallback<ScalarFunction> F, double Scale, NativeCallback<ScalarFunction> G);

[NativeSignature]
internal delegate CallbackTwo ChooseTwo(int f, int g);

[NativeSignature]
internal delegate double RunTwo(CallbackTwo two, double x);

[NativeSignature]
internal delegate double RunTable(CallbackTable table, double x);

[NativeSignature]
internal delegate double RunTableAt(in CallbackTable table, double x);

/// <summary>C: <c>int64_t (*)(const uint64_t *values, int32_t n)</c>, which sees the addresses as numbers.</summary>
[NativeSignature]
internal delegate long WeighAddresses([Shape(nameof(n))] ReadOnlySpan<NativeCallback<ScalarFunction>> callbacks, int n);
