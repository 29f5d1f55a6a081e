using System;

namespace NativeCallbacks.Benchmarks.NativeAot;

/// <summary>One way to do something.</summary>
/// <param name="Name">As the table names it.</param>
/// <param name="Baseline">The name of the contender that it is compared with.</param>
/// <param name="Run">Does it a number of times, and returns something that depends on each.</param>
/// <param name="Expected">What a number of times must return.</param>
internal sealed record Contender(string Name, string Baseline, Func<int, long> Run, Func<int, long> Expected);
