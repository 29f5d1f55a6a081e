using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// The contenders of a question in an order that is drawn, one frame after the other: who is first or last has no advantage in
/// many rounds.
/// </summary>
internal sealed class DrawnOrder(int seed) : DefaultOrderer
{
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkLogicalGroupRule>? order = null)
    {
        var random = new Random(seed);
        return base.GetExecutionOrder(benchmarksCase, order)
            .GroupBy(static benchmark => (string.Join(' ', benchmark.Descriptor.Categories), benchmark.Parameters.PrintInfo))
            .SelectMany(group => group.OrderBy(_ => random.Next()));
    }
}
