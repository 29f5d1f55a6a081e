using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// Many short iterations, of which the fastest counts: on a machine that does other work meanwhile, it is the one that was
/// not interrupted, where the mean tells of the other work.
/// </summary>
internal sealed class FastestOfMany : ManualConfig
{
    public FastestOfMany()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.Default
            .WithIterationTime(TimeInterval.FromMilliseconds(3))
            .WithWarmupCount(100) // As long as the runtime takes to compile the hot methods for the second time.
            .WithIterationCount(200));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(StatisticColumn.Min, StatisticColumn.Median, new FastestRatioColumn());
        HideColumns(Column.Mean, Column.Error, Column.StdDev, Column.Ratio, Column.RatioSD, Column.AllocRatio);
    }
}
