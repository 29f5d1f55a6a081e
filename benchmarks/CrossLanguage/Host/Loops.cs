using System;
using System.Runtime.CompilerServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace CrossLanguageHost;

/// <summary>
/// The loops of callers.c, in C#: each calls a function for every element, several times over. None is inlined, since native
/// functions are called by a slower way from methods that native code itself calls, as it does the entry points.
/// </summary>
internal static class Loops
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Map(NativeCallback<ScalarFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            function.Map(input, output);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MapShort(NativeCallback<ShortFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            function.Map(input, output);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Invoke(NativeCallback<ScalarFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = function.Invoke(input[i]);
            }
        }
    }

    /// <summary>
    /// C# computes the place of <c>output[i]</c> before the call. Where a call is inlined, the JIT keeps that place in the frame
    /// meanwhile; a result that has a name first leaves nothing to be kept.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void InvokeToLocal(NativeCallback<ScalarFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                var result = function.Invoke(input[i]);
                output[i] = result;
            }
        }
    }

    /// <summary>What <see cref="InvokeToLocal"/> has to equal: the function pointer by hand, and no check.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Pointer(nint function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = ((delegate* unmanaged[Cdecl]<double, double>)function)(input[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matrix(
        NativeCallback<MatrixTransform> function, ReadOnlySpan<double> input, Span<double> output, int m, int n, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            function.Invoke(input, output, m, n);
        }
    }

    /// <summary>What <see cref="Matrix"/> has to equal: pins and calls by hand, and looks at no length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void MatrixPointer(
        nint function, ReadOnlySpan<double> input, Span<double> output, int m, int n, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            fixed (double* from = input, to = output)
            {
                ((delegate* unmanaged[Cdecl]<double*, double*, int, int, void>)function)(from, to, m, n);
            }
        }
    }
}
