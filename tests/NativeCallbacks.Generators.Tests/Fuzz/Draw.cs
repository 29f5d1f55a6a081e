using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Generators.Tests.Fuzz;

/// <summary>Choices that a seed repeats.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In100(int cases) => _random.Next(100) < cases;

    public int Below(int end) => _random.Next(end);

    public T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>The text in so many of a hundred cases; else nothing.</summary>
    public string Maybe(int cases, string text) => In100(cases) ? text : "";

    public string[] Several(int most, Func<int, string> item) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(item)];
}
