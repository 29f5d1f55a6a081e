using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Benchmarks.Measuring;

namespace NativeCallbacks.Benchmarks.BuildTime;

/// <summary>What was measured, in several rounds, for each row and each number of declarations.</summary>
internal sealed class Results
{
    private readonly List<string> _rows = [];
    private readonly Dictionary<(string Row, int Declarations), List<double>> _values = [];

    public void Add(string row, int declarations, double value)
    {
        if (!_rows.Contains(row))
        {
            _rows.Add(row);
        }

        if (!_values.TryGetValue((row, declarations), out var values))
        {
            _values.Add((row, declarations), values = []);
        }

        values.Add(value);
    }

    /// <summary>A row for each contender, a column for each number of declarations, with medians and quartiles.</summary>
    public string Table(IReadOnlyList<int> declarations) => Table("ms", declarations, MarkdownTable.Figure);

    /// <summary>The same of what is counted, and so is the same each time.</summary>
    public string CountTable(string unit, IReadOnlyList<int> declarations) =>
        Table(unit, declarations, static spread => MarkdownTable.Count((long)spread.Median));

    /// <summary>
    /// The medians for each declaration, in microseconds, and how many times as much it is with the most declarations as with
    /// ten: flat is 1.
    /// </summary>
    public string TableForEach(IReadOnlyList<int> declarations)
    {
        var baseline = declarations.First(static count => count >= 10);
        return MarkdownTable.Of(
            ["declarations (µs for each)", .. declarations.Select(static count => MarkdownTable.Count(count)), $"{MarkdownTable.Count(declarations[^1])} to {MarkdownTable.Count(baseline)}"],
            _rows.Select(row => (string[])
            [
                row,
                .. declarations.Select(count => MarkdownTable.Figure(ForEach(row, count))),
                MarkdownTable.Figure(ForEach(row, declarations[^1]) / ForEach(row, baseline)),
            ]));
    }

    private string Table(string unit, IReadOnlyList<int> declarations, Func<Spread, string> figure) => MarkdownTable.Of(
        [$"declarations ({unit})", .. declarations.Select(static count => MarkdownTable.Count(count))],
        _rows.Select(row => (string[])[row, .. declarations.Select(count => figure(Of(row, count)))]));

    private double ForEach(string row, int declarations) => Of(row, declarations).Median * 1000 / declarations;

    private Spread Of(string row, int declarations) => Spread.Of(_values[(row, declarations)]);
}
