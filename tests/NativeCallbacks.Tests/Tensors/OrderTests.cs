using System;
using System.Buffers;
using System.Numerics.Tensors;

namespace NativeCallbacks.Tests.Tensors;

/// <summary>Tensors whose elements lie as native code reads them: C weighs each element by its indices.</summary>
public class OrderTests
{
    private static readonly NativeCallback<WeighRows> Rows = Shim.Get<WeighRows>("tensor_weigh_rows");
    private static readonly NativeCallback<WeighColumns> Columns = Shim.Get<WeighColumns>("tensor_weigh_columns");

    [Fact]
    public void Invoke_WithARowMajorTensor_ReadsItByRows()
    {
        Rows.Invoke(new(Cells.ByRows(3, 2), [3, 2]), 3, 2).Should().Be(Cells.Weight(3, 2));
        Rows.Invoke(new(Cells.ByRows(2, 5), [2, 5], [5, 1]), 2, 5).Should().Be(Cells.Weight(2, 5));
    }

    [Fact]
    public void Invoke_WithAColumnMajorTensor_ReadsItByColumns()
    {
        Columns.Invoke(new(Cells.ByColumns(3, 2), [3, 2], [1, 3]), 3, 2).Should().Be(Cells.Weight(3, 2));
        Columns.Invoke(new(Cells.ByColumns(2, 5), [2, 5], [1, 2]), 2, 5).Should().Be(Cells.Weight(2, 5));
    }

    [Fact]
    public void Orders_OfTheSameMemory_AreDistinguished()
    {
        // The control: were one order taken for the other, the sums above would be different.
        var cells = Cells.ByRows(3, 2);

        Columns.Invoke(new(cells, [3, 2], [1, 3]), 3, 2).Should().NotBe(Rows.Invoke(new(cells, [3, 2]), 3, 2));
    }

    [Fact]
    public void Invoke_WithATransposedView_ReadsItInTheOtherOrder()
    {
        var transposed = Tensor.Transpose(Tensor.Create(Cells.ByRows(3, 2), [3, 2]));

        Columns.Invoke(transposed.AsReadOnlyTensorSpan(), 2, 3).Should().Be(Cells.Weight(2, 3, static (i, j) => Cells.At(j, i)));
    }

    [Fact]
    public void Invoke_WithSlicesThatAreDense_ReadsThem()
    {
        // Whole rows of rows, and whole columns of columns.
        var rows = new ReadOnlyTensorSpan<double>(Cells.ByRows(5, 3), [5, 3]).Slice(1..4, NRange.All);
        var columns = new ReadOnlyTensorSpan<double>(Cells.ByColumns(3, 5), [3, 5], [1, 3]).Slice(NRange.All, 2..4);

        Rows.Invoke(rows, 3, 3).Should().Be(Cells.Weight(3, 3, static (i, j) => Cells.At(i + 1, j)));
        Columns.Invoke(columns, 3, 2).Should().Be(Cells.Weight(3, 2, static (i, j) => Cells.At(i, j + 2)));
    }

    [Fact]
    public void Invoke_WithLengthsOfOne_NeedsNoStridesThere()
    {
        // Parts of one row, of one column, and one element, out of the middle of a larger matrix.
        var rows = new ReadOnlyTensorSpan<double>(Cells.ByRows(4, 3), [4, 3]);
        var columns = new ReadOnlyTensorSpan<double>(Cells.ByColumns(4, 3), [4, 3], [1, 4]);

        Rows.Invoke(rows.Slice(2..3, 1..3), 1, 2).Should().Be(Cells.Weight(1, 2, static (_, j) => Cells.At(2, j + 1)));
        Columns.Invoke(columns.Slice(1..4, 1..2), 3, 1).Should().Be(Cells.Weight(3, 1, static (i, _) => Cells.At(i + 1, 1)));
        Rows.Invoke(rows.Slice(3..4, 1..2), 1, 1).Should().Be(101 * Cells.At(3, 1));
        Columns.Invoke(rows.Slice(3..4, 1..2), 1, 1).Should().Be(101 * Cells.At(3, 1));
    }

    [Fact]
    public void Invoke_WithoutTheDimensions_TakesBothFromTheTensor()
    {
        Rows.Invoke(new(Cells.ByRows(3, 2), [3, 2])).Should().Be(Cells.Weight(3, 2));
        Columns.Invoke(new(Cells.ByColumns(3, 2), [3, 2], [1, 3])).Should().Be(Cells.Weight(3, 2));
    }

    [Fact]
    public void Invoke_WithATensorByIn_ReadsIt()
    {
        var tensor = new ReadOnlyTensorSpan<double>(Cells.ByRows(3, 2), [3, 2]);
        var callback = Shim.Get<WeighRowsByIn>("tensor_weigh_rows");

        callback.Invoke(in tensor, 3, 2).Should().Be(Cells.Weight(3, 2));
        callback.Invoke(in tensor).Should().Be(Cells.Weight(3, 2));
        callback.ToDelegate()(in tensor, 3, 2).Should().Be(Cells.Weight(3, 2));
    }

    [Fact]
    public void ToDelegate_WithATensor_ReadsIt()
    {
        Columns.ToDelegate()(new(Cells.ByColumns(3, 2), [3, 2], [1, 3]), 3, 2).Should().Be(Cells.Weight(3, 2));
    }

    [Fact]
    public unsafe void AsPointer_OfATensor_IsAPlainPointer()
    {
        fixed (double* cells = Cells.ByColumns(3, 2))
        {
            delegate* unmanaged[Cdecl]<double*, int, int, double> pointer = Columns.AsPointer();
            pointer(cells, 3, 2).Should().Be(Cells.Weight(3, 2));
        }
    }

    [Fact]
    public void Invoke_WithBothOrders_KeepsEachInItsOwn()
    {
        double[] byColumns = new double[6], byColumnsOfTheSecond = new double[6], expected = new double[6];
        var callback = Shim.Get<RowsToColumns>("tensor_rows_to_columns");
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                expected[i + (3 * j)] = (10 * Cells.At(i, j)) + (3 * i) - j;
            }
        }

        callback.Invoke(new(Cells.ByRows(3, 2), [3, 2]), new(byColumns, [3, 2], [1, 3]), 3, 2);
        callback.Invoke(new(Cells.ByRows(3, 2), [3, 2]), new(byColumnsOfTheSecond, [3, 2], [1, 3]));

        byColumns.Should().Equal(expected);
        byColumnsOfTheSecond.Should().Equal(expected);
    }

    [Fact]
    public void Invoke_WithAMiddleLengthOfOne_ReadsEachInItsPlace()
    {
        float[] cells = [1, -2, 3, -4, 5, -6];
        const double Expected = (111 * 1) - (112 * 2) + (113 * 3) - (211 * 4) + (212 * 5) - (213 * 6);
        float[] byColumns = [1, -4, -2, 5, 3, -6];

        Shim.Get<WeighCubeRows>("tensor_weigh_cube_rows").Invoke(new(cells, [2, 1, 3], [3, 0, 1])).Should().Be(Expected);
        Shim.Get<WeighCubeColumns>("tensor_weigh_cube_columns").Invoke(new(byColumns, [2, 1, 3], [1, 0, 2])).Should().Be(Expected);
    }

    [Fact]
    public void Invoke_WithAFlatSpanBesideATensor_TakesTheDimensionsFromTheTensor()
    {
        var output = new double[6];

        Shim.Get<FlatTimesTwo>("matrix_double").Invoke([1, 2, 3, 4, 5, 6, 7], new(output, [3, 2]));

        output.Should().Equal(2, 4, 6, 8, 10, 12);
        FluentActions.Invoking(static () => Shim.Get<FlatTimesTwo>("matrix_double").Invoke([1, 2, 3, 4, 5], new(new double[6], [3, 2])))
            .Should().ThrowExactly<ArgumentException>().WithMessage("input has 5 elements, but its shape (m: 3, n: 2) needs 6.*");
    }
}
