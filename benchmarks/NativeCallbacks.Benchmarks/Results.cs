using System;
using System.Linq;

namespace NativeCallbacks.Benchmarks;

/// <summary>What a benchmark leaves behind that returns nothing.</summary>
internal static class Results
{
    /// <summary>The elements in one number, weighted by place so that one in another's place is seen. They are cleared.</summary>
    public static object Take(double[] elements)
    {
        var sum = elements.Select(static (value, i) => value * (i + 1)).Sum();
        Array.Clear(elements);
        return sum;
    }
}
