using System;
using System.Runtime.CompilerServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What the comparison must not accept as the equal of <see cref="RawTwins"/>.</summary>
internal static unsafe class ControlTwins
{
    /// <summary>One branch too many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarWithExtraBranch(delegate* unmanaged[Cdecl]<double, double> f, double x) => x > 1 ? f(x) : 0;

    /// <summary>One instruction too many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarWithExtraInstruction(delegate* unmanaged[Cdecl]<double, double> f, double x) => f(x + x);

    /// <summary>The same instructions, with two arguments swapped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int IntegersSwapped(delegate* unmanaged[Cdecl]<int, int, int> f, int a, int b) => f(b, a);

    /// <summary>The open generic pointer, whose call goes through a helper.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarThroughOpenGeneric(nint f, double x) => OpenGeneric<double, double>.Call(f, x);

    /// <summary>The null check as a call of a method that throws.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double ScalarWithThrowHelper(delegate* unmanaged[Cdecl]<double, double> f, double x)
    {
        ThrowIfNull(f);
        return f(x);
    }

    /// <summary>A branch beside the checks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatrixWithExtraBranch(NativeCallback<MatrixTransform> f, ReadOnlySpan<double> input, Span<double> output, int m, int n)
    {
        if (m != 77)
        {
            f.Invoke(input, output, m, n);
        }
    }

    /// <summary>A slice, whose own check throws by a helper.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatrixWithSlice(NativeCallback<MatrixTransform> f, ReadOnlySpan<double> input, Span<double> output, int m, int n) =>
        f.Invoke(input[m..], output, m, n);

    /// <summary>A loop over spans of which the JIT does not know that they are equally long.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MapWithBoundsChecks(delegate* unmanaged[Cdecl]<double, double> f, ReadOnlySpan<double> x, Span<double> results)
    {
        for (var i = 0; i < x.Length; i++)
        {
            results[i] = f(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfNull(void* f)
    {
        if (f == null)
        {
            throw new ArgumentNullException(nameof(f));
        }
    }

    private static class OpenGeneric<T, TResult>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TResult Call(nint f, T x) => ((delegate* unmanaged[Cdecl]<T, TResult>)f)(x);
    }
}
