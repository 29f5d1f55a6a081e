using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NativeCallbacks.CompilerServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>The calls of <see cref="OurTwins"/>, as an expert writes them by hand, without any check.</summary>
internal static unsafe class RawTwins
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Scalar(delegate* unmanaged[Cdecl]<double, double> f, double x) => f(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarLoop(delegate* unmanaged[Cdecl]<double, double> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(x);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Integers(delegate* unmanaged[Cdecl]<int, int, int> f, int a, int b) => f(a, b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int IntegersLoop(delegate* unmanaged[Cdecl]<int, int, int> f, int a, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
        {
            sum += f(a, i);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Mixed(delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> f, int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8) =>
        f(a1, a2, a3, a4, a5, a6, a7, a8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double MixedLoop(delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(i, x, 3, 4, sum, 6, 7, 8);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16(delegate* unmanaged[Cdecl]<Pair<double>, double> f, Pair<double> pair) => f(pair);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16Loop(delegate* unmanaged[Cdecl]<Pair<double>, double> f, Pair<double> pair, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(new Pair<double>(pair.Second, i));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24(delegate* unmanaged[Cdecl]<LongDoubleByte, double> f, LongDoubleByte value) => f(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24Loop(delegate* unmanaged[Cdecl]<LongDoubleByte, double> f, long a, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(new LongDoubleByte(a, i, 3));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Suppressed(delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double, double> f, double a, double b) => f(a, b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double SuppressedLoop(delegate* unmanaged[Cdecl, SuppressGCTransition]<double, double, double> f, double a, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(a, sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Void(delegate* unmanaged[Cdecl]<void> f) => f();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VoidLoop(delegate* unmanaged[Cdecl]<void> f, int times)
    {
        for (var i = 0; i < times; i++)
        {
            f();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matrix(delegate* unmanaged[Cdecl]<double*, double*, int, int, void> f, ReadOnlySpan<double> input, Span<double> output, int m, int n)
    {
        fixed (double* from = &MemoryMarshal.GetReference(input), to = &MemoryMarshal.GetReference(output))
        {
            f(from, to, m, n);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatrixLoop(delegate* unmanaged[Cdecl]<double*, double*, int, int, void> f, ReadOnlySpan<double> input, Span<double> output, int m, int times)
    {
        for (var i = 0; i < times; i++)
        {
            fixed (double* from = &MemoryMarshal.GetReference(input), to = &MemoryMarshal.GetReference(output))
            {
                f(from, to, m, i);
            }
        }
    }

    /// <summary>With the one thing that a call which is given a callback must ask: whether one has failed meanwhile.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double CallbackArgument(delegate* unmanaged[Cdecl]<nint, double, double> f, nint g, double x)
    {
        var faults = UpcallFaults.Recorded;
        var result = f(g, x);
        if (UpcallFaults.Recorded != faults)
        {
            UpcallFaults.Rethrow(faults, g);
        }

        return result;
    }

    /// <summary>The loop over pinned spans that needs the fewest registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Map(delegate* unmanaged[Cdecl]<double, double> f, ReadOnlySpan<double> x, Span<double> results)
    {
        if (results.Length != x.Length)
        {
            throw new ArgumentException("The lengths differ.", nameof(results));
        }

        fixed (double* from = x)
        fixed (double* to = results)
        {
            var distance = (nint)to - (nint)from;
            var end = from + x.Length;
            for (var element = from; element != end; element++)
            {
                *(double*)((nint)element + distance) = f(*element);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Tensor(delegate* unmanaged[Cdecl]<double*, int, int, double> f, ReadOnlyTensorSpan<double> cells, int m, int n)
    {
        fixed (double* from = cells)
        {
            return f(from, m, n);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Reduction(delegate* unmanaged[Cdecl]<double*, int, double> f, ReadOnlySpan<double> values)
    {
        fixed (double* from = &MemoryMarshal.GetReference(values))
        {
            return f(from, values.Length);
        }
    }
}
