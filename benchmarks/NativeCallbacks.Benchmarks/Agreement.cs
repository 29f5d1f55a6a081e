using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks;

/// <summary>Contenders agree before they race.</summary>
internal static class Agreement
{
    /// <summary>Runs every benchmark of a suite once, and compares what those of one category return or leave behind.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="takeResult">Where benchmarks return nothing: reads what one has written, and clears it.</param>
    /// <exception cref="InvalidOperationException">A benchmark came to another result than the first of its category.</exception>
    public static void Check(object suite, Func<object>? takeResult = null)
    {
        var firsts = new Dictionary<string, (string Contender, object? Result)>();
        foreach (var contender in suite.GetType().GetMethods().Where(static method => method.IsDefined(typeof(BenchmarkAttribute))))
        {
            takeResult?.Invoke();
            var returned = contender.Invoke(suite, null);
            var result = takeResult?.Invoke() ?? returned;
            var category = contender.GetCustomAttribute<BenchmarkCategoryAttribute>()?.Categories[0] ?? "";
            if (!firsts.TryAdd(category, (contender.Name, result)) && !Equals(result, firsts[category].Result))
            {
                var (first, expected) = firsts[category];
                throw new InvalidOperationException(
                    $"{contender.DeclaringType!.Name}: {contender.Name} came to {result}, and {first} to {expected}.");
            }
        }
    }
}
