using System;

namespace NativeCallbacks.Benchmarks;

/// <summary>Contenders agree before they race.</summary>
internal static class Agreement
{
    /// <exception cref="InvalidOperationException">Some contender returned another value than the first.</exception>
    public static void Check(params (string Contender, long Value)[] results)
    {
        var (first, expected) = results[0];
        foreach (var (contender, value) in results)
        {
            if (value != expected)
            {
                throw new InvalidOperationException($"{contender} returned {value}, and {first} {expected}.");
            }
        }
    }
}
