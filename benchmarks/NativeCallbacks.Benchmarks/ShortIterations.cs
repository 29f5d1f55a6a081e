using System;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// One round: all contenders of a question within seconds of each other, so that a machine that other work slows down is
/// slow for all of them. The spread comes from many rounds, in several processes; see run.sh.
/// </summary>
internal sealed class ShortIterations : ManualConfig
{
    /// <param name="round">Its number in the process: in the first, the runtime compiles hot methods twice more, on a thread of its own.</param>
    public ShortIterations(int round)
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance) // A process for each contender would set them minutes apart.
            .WithIterationTime(TimeInterval.FromMilliseconds(4))
            .WithUnrollFactor(16) // Iterations this short would make BenchmarkDotNet choose one for some rows, and not for others.
            .WithEvaluateOverhead(false) // Taken away from the cheapest calls, it would leave little but noise.
            .WithGcForce(false) // Twice before each iteration, it would take most of the time.
            .WithWarmupCount(round == 1 ? 50 : 5)
            .WithIterationCount(12));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddEventProcessor(new QuietStart());
        Orderer = new DrawnOrder(Environment.ProcessId + round);
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory);
        AddExporter(JsonExporter.Brief);
        AddColumn(
            StatisticColumn.Min,
            new RatioColumn("Min ratio", static statistics => statistics.Min),
            StatisticColumn.Median,
            new RatioColumn("Median ratio", static statistics => statistics.Median));
        HideColumns(Column.Mean, Column.Error, Column.StdDev, Column.Ratio, Column.RatioSD, Column.AllocRatio);
    }
}
