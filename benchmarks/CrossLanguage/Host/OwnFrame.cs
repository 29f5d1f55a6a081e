using System;
using System.Runtime.CompilerServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace CrossLanguageHost;

/// <summary>
/// Loops that call a method which calls the function once: nothing of the transition to native code can be moved out of the loop.
/// </summary>
internal static class OwnFrame
{
    public static void Invoke(NativeCallback<ScalarFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = InvokeOnce(function, input[i]);
            }
        }
    }

    public static void InvokeShort(NativeCallback<ShortFunction> function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = InvokeShortOnce(function, input[i]);
            }
        }
    }

    public static void Pointer(nint function, ReadOnlySpan<double> input, Span<double> output, int repeats)
    {
        output = output[..input.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = PointerOnce(function, input[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double InvokeOnce(NativeCallback<ScalarFunction> function, double x) => function.Invoke(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double InvokeShortOnce(NativeCallback<ShortFunction> function, double x) => function.Invoke(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe double PointerOnce(nint function, double x) => ((delegate* unmanaged[Cdecl]<double, double>)function)(x);
}
