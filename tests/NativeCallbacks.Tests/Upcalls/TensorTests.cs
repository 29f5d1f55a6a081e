using System;
using System.Numerics.Tensors;
using NativeCallbacks.Tests.Tensors;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Tensors of handlers: with the lengths and strides of their shape, or a fault before the handler runs.</summary>
public unsafe class TensorTests
{
    private static readonly NativeCallback<CallTensor> Call = Shim.Get<CallTensor>("upcall_tensor");

    [Fact]
    public void Handler_OfEitherOrder_ReadsEachElementAtItsIndices()
    {
        using var rows = new RowTensorFunction(static (cells, m, n) => Weigh(cells, 2, 1)).ToManagedCallback();
        using var columns = new ColumnTensorFunction(static (cells, m, n) => Weigh(cells, 1, 3)).ToManagedCallback();
        fixed (double* byRows = Cells.ByRows(3, 2), byColumns = Cells.ByColumns(3, 2))
        {
            Call.Invoke(rows.Callback.Address, byRows, 3, 2).Should().Be(Cells.Weight(3, 2));
            Call.Invoke(columns.Callback.Address, byColumns, 3, 2).Should().Be(Cells.Weight(3, 2));

            // The control: the orders are distinguished.
            Call.Invoke(rows.Callback.Address, byColumns, 3, 2).Should().NotBe(Cells.Weight(3, 2));
            Call.Invoke(columns.Callback.Address, byRows, 3, 2).Should().NotBe(Cells.Weight(3, 2));
        }

        (rows.Fault, columns.Fault).Should().Be((null, null));
    }

    [Fact]
    public void Handler_WithAConstantDimension_GetsTheTensorByIn()
    {
        using var handler = new ColumnCubeFunction(static (in ReadOnlyTensorSpan<double> cells, int m, long n) =>
            Text(cells) == "3×2×4: 1 3 6" ? (cells[2, 1, 3] * 100) + (cells[0, 1, 2] * 10) + cells[1, 0, 0] : -1).ToManagedCallback();
        var cells = stackalloc double[24];
        cells[2 + (3 * (1 + (2 * 3)))] = 5;
        cells[3 * (1 + (2 * 2))] = 7;
        cells[1] = 9;

        Call.Invoke(handler.Callback.Address, cells, 3, 4).Should().Be(579);
        handler.Fault.Should().BeNull();
    }

    [Fact]
    public void Handler_OfATensor_WritesToNativeMemory()
    {
        using var handler = new ColumnTensorFunction(static (cells, m, n) => cells[1, 2] = 42).ToManagedCallback();
        var cells = stackalloc double[] { 0, 0, 0, 0, 0, 0 };

        Call.Invoke(handler.Callback.Address, cells, 2, 3).Should().Be(42);

        new ReadOnlySpan<double>(cells, 6).ToArray().Should().Equal(0, 0, 0, 0, 0, 42);
    }

    [Theory]
    [InlineData(1, 4, "1×4: 0 1", "1×4: 0 1")]
    [InlineData(4, 1, "4×1: 1 0", "4×1: 1 0")]
    [InlineData(1, 1, "1×1: 0 0", "1×1: 0 0")]
    public void Handler_WithALengthOfOne_HasNoStepThere(int m, long n, string rowShape, string columnShape)
    {
        using var rows = new RowTensorFunction((cells, m, n) => Text(cells) == rowShape ? cells[m - 1, (nint)n - 1] : -1).ToManagedCallback();
        using var columns = new ColumnTensorFunction((cells, m, n) => Text(cells) == columnShape ? cells[m - 1, (nint)n - 1] : -1).ToManagedCallback();
        var cells = stackalloc double[4];
        cells[(m * n) - 1] = 8;

        Call.Invoke(rows.Callback.Address, cells, m, n).Should().Be(8);
        Call.Invoke(columns.Callback.Address, cells, m, n).Should().Be(8);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void Handler_OfATensorWithoutElements_KnowsItsLengths_EvenForNull(int m, long n)
    {
        using var rows = new RowTensorFunction(static (cells, m, n) => cells is { IsEmpty: true, Rank: 2 } ? (10 * cells.Lengths[0]) + cells.Lengths[1] : -1).ToManagedCallback();
        using var columns = new ColumnTensorFunction(static (cells, m, n) => cells is { IsEmpty: true, Rank: 2 } ? (10 * cells.Lengths[0]) + cells.Lengths[1] : -1).ToManagedCallback();
        double cell = 1;

        Call.Invoke(rows.Callback.Address, null, m, n).Should().Be((10 * m) + n);
        Call.Invoke(rows.Callback.Address, &cell, m, n).Should().Be((10 * m) + n);
        Call.Invoke(columns.Callback.Address, null, m, n).Should().Be((10 * m) + n);
        Call.Invoke(columns.Callback.Address, &cell, m, n).Should().Be((10 * m) + n);
        (rows.Fault, columns.Fault).Should().Be((null, null));
    }

    [Fact]
    public void Handler_OfAnOptionalTensor_GetsItByItsShape_OrEmptyForNull()
    {
        using var handler = new OptionalTensorFunction(static (cells, m, n) => cells.IsEmpty ? m - n : Weigh(cells, 1, 3)).ToManagedCallback();
        fixed (double* cells = Cells.ByColumns(3, 2))
        {
            Call.Invoke(handler.Callback.Address, cells, 3, 2).Should().Be(Cells.Weight(3, 2));
            Call.Invoke(handler.Callback.Address, cells, 0, 5).Should().Be(-5);
        }

        Call.Invoke(handler.Callback.Address, null, 3, 2).Should().Be(1);
        Call.Invoke(handler.Callback.Address, null, int.MaxValue, long.MaxValue).Should().Be(int.MaxValue - (double)long.MaxValue, "a null tensor may have any shape");
        handler.Fault.Should().BeNull();
    }

    [Fact]
    public void Handler_OfATensorLongerThanAnySpan_GetsItsLengths()
    {
        using var rows = new RowTensorFunction(static (cells, _, _) => cells.Lengths[1] + (cells.Strides[0] / 2.0)).ToManagedCallback();
        using var columns = new ColumnTensorFunction(static (cells, _, _) => cells.Lengths[1] + (cells.Strides[1] / 4.0)).ToManagedCallback();
        double cell = 1;

        Call.Invoke(rows.Callback.Address, &cell, 3, 1L << 40).Should().Be(1.5 * (1L << 40), "its elements are not read");
        Call.Invoke(columns.Callback.Address, &cell, 3, 1L << 40).Should().Be((1L << 40) + 0.75);
        Call.Invoke(rows.Callback.Address, &cell, 1, (1L << 60) - 1).Should().Be(1L << 60, "that many doubles fit into the address space");
    }

    [Theory]
    [InlineData(true, 3, 2, "Native code passed null for cells with the shape (m: 3, n: 2).", "cells", typeof(ArgumentNullException))]
    [InlineData(false, -3, 2, "The dimension m must not be negative.", "m", typeof(ArgumentOutOfRangeException))]
    [InlineData(false, 3, -1, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    [InlineData(true, 0, -1, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    [InlineData(false, 0, -1, "The dimension n must not be negative.", "n", typeof(ArgumentOutOfRangeException))]
    [InlineData(false, 1, 1L << 60, "Native code passed cells with the shape (m: 1, n: 1152921504606846976): 1152921504606846976 elements, more than memory can hold.", "cells", typeof(ArgumentOutOfRangeException))]
    [InlineData(false, 1 << 30, 1L << 34, "Native code passed cells with the shape (m: 1073741824, n: 17179869184): 18446744073709551616 elements, more than memory can hold.", "cells", typeof(ArgumentOutOfRangeException))]
    [InlineData(true, 0, long.MaxValue, "Native code passed cells with the shape (m: 0, n: 9223372036854775807): 9223372036854775807 elements, more than memory can hold.", "cells", typeof(ArgumentOutOfRangeException))]
    [InlineData(true, int.MaxValue, long.MaxValue, "Native code passed null for cells with the shape (m: 2147483647, n: 9223372036854775807).", "cells", typeof(ArgumentNullException))]
    public void Handler_OfATensorThatCannotBe_DoesNotRun(bool isNull, int m, long n, string message, string parameter, Type type)
    {
        var ran = false;
        using var rows = new RowTensorFunction((_, _, _) => Run()).ToManagedCallback();
        using var columns = new ColumnTensorFunction((_, _, _) => Run()).ToManagedCallback();
        double cell = 1;

        Call.Invoke(rows.Callback.Address, isNull ? null : &cell, m, n).Should().Be(double.NaN);
        Call.Invoke(columns.Callback.Address, isNull ? null : &cell, m, n).Should().Be(double.NaN);

        ran.Should().BeFalse();
        ShouldBe(rows.Fault, type, parameter, message);
        ShouldBe(columns.Fault, type, parameter, message);

        double Run()
        {
            ran = true;
            return 0;
        }
    }

    [Theory]
    [InlineData(true, -1, 2, "The dimension m must not be negative.", "m")]
    [InlineData(false, 2, -1, "The dimension n must not be negative.", "n")]
    [InlineData(false, 1 << 30, 1L << 40, "Native code passed cells with the shape (m: 1073741824, n: 1099511627776): 1180591620717411303424 elements, more than memory can hold.", "cells")]
    public void Handler_OfAnOptionalTensorThatCannotBe_DoesNotRun(bool isNull, int m, long n, string message, string parameter)
    {
        using var handler = new OptionalTensorFunction(static (_, _, _) => 0).ToManagedCallback();
        double cell = 1;

        Call.Invoke(handler.Callback.Address, isNull ? null : &cell, m, n).Should().Be(double.NaN);

        ShouldBe(handler.Fault, typeof(ArgumentOutOfRangeException), parameter, message);
    }

    [Fact]
    public void Handler_OfAnUnsignedDimensionOverMemory_DoesNotRun()
    {
        using var handler = new UnsignedTensorFunction(static (_, _, _) => 0).ToManagedCallback();
        double cell = 1;

        Call.Invoke(handler.Callback.Address, &cell, 0, -1).Should().Be(double.NaN);

        ShouldBe(
            handler.Fault,
            typeof(ArgumentOutOfRangeException),
            "cells",
            "Native code passed cells with the shape (n: 18446744073709551615): 18446744073709551615 elements, more than memory can hold.");
    }

    [Fact]
    public void Handler_OfConstantLengths_NeedsTheMemory()
    {
        using var handler = new FixedTensorFunction(static (cells, _, _) => Weigh(cells, 3, 1)).ToManagedCallback();
        fixed (double* cells = Cells.ByRows(2, 3))
        {
            Call.Invoke(handler.Callback.Address, cells, -1, -1).Should().Be(Cells.Weight(2, 3));
        }

        Call.Invoke(handler.Callback.Address, null, 0, 0).Should().Be(double.NaN);

        ShouldBe(handler.Fault, typeof(ArgumentNullException), "cells", "Native code passed null for cells with the shape (2, 3).");
    }

    [Fact]
    public void Handler_CalledThroughItsOwnInvoke_GetsTheTensorThatWasPassed()
    {
        using var handler = new ColumnTensorFunction(static (cells, m, n) => Weigh(cells, 1, 3)).ToManagedCallback();

        handler.Callback.Invoke(new(Cells.ByColumns(3, 2), [3, 2], [1, 3])).Should().Be(Cells.Weight(3, 2));
    }

    [Fact]
    public void StaticCallback_WithATensor_GetsItByItsShape()
    {
        fixed (double* cells = Cells.ByColumns(3, 2))
        {
            Call.Invoke(TensorKernels.Weigh.Address, cells, 3, 2).Should().Be(Cells.Weight(3, 2));
            Call.Invoke(TensorKernels.Weigh.Address, null, 3, 2).Should().Be(double.NaN);
        }
    }

    /// <summary>The weighted sum, by indices, of a tensor that has these strides; NaN of another.</summary>
    internal static double Weigh(ReadOnlyTensorSpan<double> cells, nint rowStride, nint columnStride)
    {
        if (cells.Rank != 2 || cells.Strides[0] != rowStride || cells.Strides[1] != columnStride)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (nint i = 0; i < cells.Lengths[0]; i++)
        {
            for (nint j = 0; j < cells.Lengths[1]; j++)
            {
                sum += cells[i, j] * ((100.0 * (i + 1)) + (j + 1));
            }
        }

        return sum;
    }

    private static string Text(ReadOnlyTensorSpan<double> cells) =>
        $"{string.Join('×', cells.Lengths.ToArray())}: {string.Join(' ', cells.Strides.ToArray())}";

    private static void ShouldBe(Exception? fault, Type type, string parameter, string message)
    {
        fault.Should().BeOfType(type);
        ((ArgumentException)fault!).ParamName.Should().Be(parameter);
        fault.Message.Should().StartWith(message);
    }
}

/// <summary>Static methods with tensors.</summary>
internal static partial class TensorKernels
{
    [StaticCallback(nameof(WeighColumns))]
    public static partial NativeCallback<ColumnTensorFunction> Weigh { get; }

    private static double WeighColumns(TensorSpan<double> cells, int m, long n) => TensorTests.Weigh(cells, 1, m);
}
