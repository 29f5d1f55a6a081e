using System;

namespace NativeCallbacks.Tests.Tensors;

/// <summary>Matrices whose element at each index is known, laid out in either order, and what the C functions make of them.</summary>
internal static class Cells
{
    /// <summary>The element at an index: no two are equal.</summary>
    public static double At(int i, int j) => ((i + 1) * 1.5) - ((j + 1) * 7);

    /// <summary>The elements row by row.</summary>
    public static double[] ByRows(int m, int n) => Fill(new double[m * n], m, n, n, 1);

    /// <summary>The elements column by column.</summary>
    public static double[] ByColumns(int m, int n) => Fill(new double[m * n], m, n, 1, m);

    /// <summary>The sum of all elements, each weighted by its indices.</summary>
    public static double Weight(int m, int n, Func<int, int, double> at)
    {
        var sum = 0.0;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                sum += at(i, j) * ((100.0 * (i + 1)) + (j + 1));
            }
        }

        return sum;
    }

    public static double Weight(int m, int n) => Weight(m, n, At);

    private static double[] Fill(double[] cells, int m, int n, int rowStride, int columnStride)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                cells[(i * rowStride) + (j * columnStride)] = At(i, j);
            }
        }

        return cells;
    }
}
