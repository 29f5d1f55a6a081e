using System;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Scalars;
using NativeCallbacks.Tests.Spans;

[assembly: NativeSignature(typeof(WeighIntegers<sbyte>))]
[assembly: NativeSignature(typeof(WeighIntegers<byte>))]
[assembly: NativeSignature(typeof(WeighIntegers<short>))]
[assembly: NativeSignature(typeof(WeighIntegers<ulong>))]
[assembly: NativeSignature(typeof(WeighIntegers<CLong>))]
[assembly: NativeSignature(typeof(Ramp<sbyte>))]
[assembly: NativeSignature(typeof(Ramp<byte>))]
[assembly: NativeSignature(typeof(Ramp<short>))]
[assembly: NativeSignature(typeof(Ramp<ulong>))]
[assembly: NativeSignature(typeof(Ramp<CLong>))]
[assembly: NativeSignature(typeof(Ramp<float>))]
[assembly: NativeSignature(typeof(Ramp<double>))]
[assembly: NativeSignature(typeof(WeighFloats<float>))]
[assembly: NativeSignature(typeof(WeighFloats<double>))]
[assembly: NativeSignature(typeof(WeighIntegers<ShortLevel>))]

namespace NativeCallbacks.Tests.Spans;

/// <summary>C: <c>int64_t (*)(const T *values, int32_t n)</c>: the elements, weighted by their place.</summary>
internal delegate long WeighIntegers<T>([Shape(nameof(n))] ReadOnlySpan<T> values, int n)
    where T : unmanaged;

/// <summary>C: <c>double (*)(const T *values, int32_t n)</c>: the elements, weighted by their place.</summary>
internal delegate double WeighFloats<T>([Shape(nameof(n))] ReadOnlySpan<T> values, int n)
    where T : unmanaged;

/// <summary>C: <c>void (*)(T first, T *output, int32_t n)</c>: element i is first - 3 * i.</summary>
internal delegate void Ramp<T>(T first, [Shape(nameof(n))] Span<T> output, int n)
    where T : unmanaged;

/// <summary>As MPI's reductions see their data.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Moments(double Mean, double M2, long N);

/// <summary>C: <c>void (*)(void *in, void *inout, int *len, MPI_Datatype *type)</c>.</summary>
[NativeSignature]
internal delegate void Reduce(
    [Shape(nameof(len))] ReadOnlySpan<Moments> input,
    [Shape(nameof(len))] Span<Moments> inout,
    in int len,
    in nint datatype);
