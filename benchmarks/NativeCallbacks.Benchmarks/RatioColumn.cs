using System;
using System.Collections.Generic;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NativeCallbacks.Benchmarks;

/// <summary>A statistic of a row, in units of the baseline's.</summary>
internal sealed class RatioColumn(string name, Func<Statistics, double> statistic) : BaselineCustomColumn
{
    public override string Id => $"{nameof(RatioColumn)}.{name}";

    public override string ColumnName => name;

    public override string Legend => $"{name} of this row and the baseline";

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
        bool isBaseline) => (statistic(current) / statistic(baseline)).ToString("F2", CultureInfo.InvariantCulture);
}
