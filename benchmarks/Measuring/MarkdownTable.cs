using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NativeCallbacks.Benchmarks.Measuring;

/// <summary>Rows of a README's table.</summary>
internal static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Prepend([.. head.Select(static _ => "---")]).Prepend(head).Select(static row => $"| {string.Join(" | ", row)} |\n"));

    /// <summary>The median, and in parentheses the quartiles.</summary>
    public static string Figure(Spread spread) => $"{Figure(spread.Median)} ({Figure(spread.Lower)}–{Figure(spread.Upper)})";

    /// <summary>About three digits.</summary>
    public static string Figure(double value) =>
        value.ToString(double.Abs(value) switch { < 10 => "N2", < 100 => "N1", _ => "N0" }, CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
