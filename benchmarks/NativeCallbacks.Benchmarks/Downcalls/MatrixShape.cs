using System.Globalization;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A matrix of so many rows and columns.</summary>
public readonly record struct MatrixShape(int Rows, int Columns)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}×{Columns}");
}
