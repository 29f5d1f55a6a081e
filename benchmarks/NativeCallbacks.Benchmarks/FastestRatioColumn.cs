using System.Collections.Generic;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NativeCallbacks.Benchmarks;

/// <summary>The fastest iteration, in units of the baseline's fastest one.</summary>
internal sealed class FastestRatioColumn : BaselineCustomColumn
{
    public override string Id => nameof(FastestRatioColumn);

    public override string ColumnName => "Min ratio";

    public override string Legend => "Min of this row / Min of the baseline";

    public override bool IsNumeric => true;

    public override UnitType UnitType => UnitType.Dimensionless;

    public override int PriorityInCategory => 0;

    public override string GetValue(
        Summary summary,
        BenchmarkCase benchmarkCase,
        Statistics baseline,
        IReadOnlyDictionary<string, Metric> baselineMetric,
        Statistics current,
        IReadOnlyDictionary<string, Metric> currentMetric,
        bool isBaseline) => (current.Min / baseline.Min).ToString("F2", CultureInfo.InvariantCulture);
}
