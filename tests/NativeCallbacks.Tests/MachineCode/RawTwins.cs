using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NativeCallbacks.CompilerServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// The calls of <see cref="OurTwins"/>, as an expert writes them by hand: without any check but that of faults, which is two
/// loads and one comparison. Those of <c>Leaf</c> have not even that.
/// </summary>
internal static unsafe class RawTwins
{
    /// <summary>As one writes it by hand: a pointer that is looked up once.</summary>
    public static class Pointers
    {
        public static readonly delegate* unmanaged[Cdecl]<double, double> Half = (delegate* unmanaged[Cdecl]<double, double>)Shim.Address("twin_half");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Function(double x)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, Pointers.Half(x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double FunctionLoop(double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, Pointers.Half(x));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double LeafOfApi(double x) => Pointers.Half(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Scalar(delegate* unmanaged[Cdecl]<double, double> f, double x)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, f(x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarLoop(delegate* unmanaged[Cdecl]<double, double> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, f(x));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Integers(delegate* unmanaged[Cdecl]<int, int, int> f, int a, int b)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, f(a, b));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int IntegersLoop(delegate* unmanaged[Cdecl]<int, int, int> f, int a, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, f(a, i));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Mixed(delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> f, int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, f(a1, a2, a3, a4, a5, a6, a7, a8));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double MixedLoop(delegate* unmanaged[Cdecl]<int, double, long, float, double, sbyte, float, double, double> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, f(i, x, 3, 4, sum, 6, 7, 8));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16(delegate* unmanaged[Cdecl]<Pair<double>, double> f, Pair<double> pair)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, f(pair));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct16Loop(delegate* unmanaged[Cdecl]<Pair<double>, double> f, Pair<double> pair, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, f(new Pair<double>(pair.Second, i)));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24(delegate* unmanaged[Cdecl]<LongDoubleByte, double> f, LongDoubleByte value)
    {
        var faults = UpcallFaults.Recorded;
        return OrThrow(faults, f(value));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Struct24Loop(delegate* unmanaged[Cdecl]<LongDoubleByte, double> f, long a, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            sum += OrThrow(faults, f(new LongDoubleByte(a, i, 3)));
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
    public static void Void(delegate* unmanaged[Cdecl]<void> f)
    {
        var faults = UpcallFaults.Recorded;
        f();
        ThrowSince(faults);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VoidLoop(delegate* unmanaged[Cdecl]<void> f, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var faults = UpcallFaults.Recorded;
            f();
            ThrowSince(faults);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matrix(delegate* unmanaged[Cdecl]<double*, double*, int, int, void> f, ReadOnlySpan<double> input, Span<double> output, int m, int n)
    {
        fixed (double* from = &MemoryMarshal.GetReference(input), to = &MemoryMarshal.GetReference(output))
        {
            var faults = UpcallFaults.Recorded;
            f(from, to, m, n);
            ThrowSince(faults);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatrixLoop(delegate* unmanaged[Cdecl]<double*, double*, int, int, void> f, ReadOnlySpan<double> input, Span<double> output, int m, int times)
    {
        for (var i = 0; i < times; i++)
        {
            fixed (double* from = &MemoryMarshal.GetReference(input), to = &MemoryMarshal.GetReference(output))
            {
                var faults = UpcallFaults.Recorded;
                f(from, to, m, i);
                ThrowSince(faults);
            }
        }
    }

    /// <summary>The callback stays at hand, for a fault of it on another thread.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double CallbackArgument(delegate* unmanaged[Cdecl]<nint, double, double> f, nint g, double x)
    {
        var faults = UpcallFaults.Recorded;
        var result = f(g, x);
        if (UpcallFaults.RecordedAfter != faults)
        {
            result = UpcallFaults.Checked(faults, result, g);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Leaf(delegate* unmanaged[Cdecl]<double, double> f, double x) => f(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double LeafLoop(delegate* unmanaged[Cdecl]<double, double> f, double x, int times)
    {
        var sum = 0.0;
        for (var i = 0; i < times; i++)
        {
            sum += f(x);
        }

        return sum;
    }

    /// <summary>The loop over pinned spans that needs the fewest registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Map(delegate* unmanaged[Cdecl]<double, double> f, ReadOnlySpan<double> x, Span<double> results)
    {
        if (results.Length != x.Length)
        {
            throw new ArgumentException("The lengths differ.", nameof(results));
        }

        var faults = UpcallFaults.Recorded;
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

        ThrowSince(faults);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Tensor(delegate* unmanaged[Cdecl]<double*, int, int, double> f, ReadOnlyTensorSpan<double> cells, int m, int n)
    {
        fixed (double* from = cells)
        {
            var faults = UpcallFaults.Recorded;
            return OrThrow(faults, f(from, m, n));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Reduction(delegate* unmanaged[Cdecl]<double*, int, double> f, ReadOnlySpan<double> values)
    {
        fixed (double* from = &MemoryMarshal.GetReference(values))
        {
            var faults = UpcallFaults.Recorded;
            return OrThrow(faults, f(from, values.Length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OrThrow<T>(nint faults, T result)
    {
        if (UpcallFaults.RecordedAfter != faults)
        {
            result = UpcallFaults.Checked(faults, result);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThrowSince(nint faults)
    {
        if (UpcallFaults.RecordedAfter != faults)
        {
            UpcallFaults.Check(faults);
        }
    }
}
