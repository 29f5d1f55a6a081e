using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Scalars;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Calls through <c>Invoke</c>. Each method has a hand-written twin of its name in <see cref="RawTwins"/>.</summary>
internal static class OurTwins
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Scalar(NativeCallback<ScalarFunction> f, double x) => f.Invoke(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarLoop(NativeCallback<ScalarFunction> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(x);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Integers(NativeCallback<IntOperation> f, int a, int b) => f.Invoke(a, b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int IntegersLoop(NativeCallback<IntOperation> f, int a, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(a, i);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Mixed(NativeCallback<Mixed8> f, int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8) =>
        f.Invoke(a1, a2, a3, a4, a5, a6, a7, a8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double MixedLoop(NativeCallback<Mixed8> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(i, x, 3, 4, sum, 6, 7, 8);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16(NativeCallback<WeighPair> f, Pair<double> pair) => f.Invoke(pair);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16Loop(NativeCallback<WeighPair> f, Pair<double> pair, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(new Pair<double>(pair.Second, i));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24(NativeCallback<WeighLongDoubleByte> f, LongDoubleByte value) => f.Invoke(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24Loop(NativeCallback<WeighLongDoubleByte> f, long a, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(new LongDoubleByte(a, i, 3));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Suppressed(NativeCallback<Conventions.SuppressedMinus> f, double a, double b) => f.Invoke(a, b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double SuppressedLoop(NativeCallback<Conventions.SuppressedMinus> f, double a, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(a, sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Void(NativeCallback<Touch> f) => f.Invoke();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VoidLoop(NativeCallback<Touch> f, int times)
    {
        for (var i = 0; i < times; i++)
        {
            f.Invoke();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matrix(NativeCallback<MatrixTransform> f, ReadOnlySpan<double> input, Span<double> output, int m, int n) =>
        f.Invoke(input, output, m, n);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatrixLoop(NativeCallback<MatrixTransform> f, ReadOnlySpan<double> input, Span<double> output, int m, int times)
    {
        for (var i = 0; i < times; i++)
        {
            f.Invoke(input, output, m, i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double CallbackArgument(NativeCallback<Callbacks.Apply> f, NativeCallback<ScalarFunction> g, double x) => f.Invoke(g, x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Leaf(NativeCallback<LeafFunction> f, double x) => f.Invoke(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double LeafLoop(NativeCallback<LeafFunction> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f.Invoke(x);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Function(double x) => TwinApi.Half(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double FunctionLoop(double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += TwinApi.Half(x);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double LeafOfApi(double x) => TwinApi.Leaf(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Tensor(NativeCallback<Tensors.WeighRows> f, ReadOnlyTensorSpan<double> cells, int m, int n) => f.Invoke(cells, m, n);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Reduction(NativeCallback<VectorReduction> f, ReadOnlySpan<double> values) => f.Invoke(values);
}
