using System;
using System.Buffers;
using System.Numerics.Tensors;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Tensors;

/// <summary>Tensors that native code would read as something else: calls end before it runs, and say which number is wrong.</summary>
public class TensorRefusalTests
{
    private static readonly NativeCallback<WeighRows> Rows = Touching.Function<WeighRows>();
    private static readonly NativeCallback<WeighColumns> Columns = Touching.Function<WeighColumns>();
    private static readonly double[] Twelve = Cells.ByRows(3, 4);

    [Fact]
    public void Invoke_WithGoodTensors_EntersTheFunction()
    {
        // The control of all below.
        Touching.Observe(static () => Rows.Invoke(new(Twelve, [3, 4]), 3, 4)).Should().Be((null, true));
        Touching.Observe(static () => Columns.Invoke(new(Twelve, [3, 4], [1, 3]))).Should().Be((null, true));
    }

    [Fact]
    public void Invoke_WithAnotherRank_Throws()
    {
        ShouldBeRefused(static () => Rows.Invoke(new(Twelve), 3, 4), "cells has rank 1, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
        ShouldBeRefused(static () => Rows.Invoke(new(Twelve, [3, 2, 2]), 3, 4), "cells has rank 3, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
        ShouldBeRefused(static () => Rows.Invoke(default, 0, 0), "cells has rank 0, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
        ShouldBeRefused(static () => Rows.Invoke(new(Twelve, [12])), "cells has rank 1, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
        ShouldBeRefused(static () => Rows.Invoke(default), "cells has rank 0, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 4)]
    [InlineData(4, 4)]
    [InlineData(0, 4)]
    public void Invoke_WithOtherLengths_Throws(int m, int n)
    {
        var message = $"cells has lengths (3, 4), but its shape needs (m: {m}, n: {n}). (Parameter 'cells')";

        ShouldBeRefused(() => Rows.Invoke(new(Twelve, [3, 4]), m, n), message);
        ShouldBeRefused(() => Columns.Invoke(new(Twelve, [3, 4], [1, 3]), m, n), message);
    }

    [Theory]
    [InlineData(-3, 4, "m")]
    [InlineData(3, -4, "n")]
    [InlineData(int.MinValue, 0, "m")]
    public void Invoke_WithANegativeDimension_Throws(int m, int n, string culprit)
    {
        var (exception, entered) = Touching.Observe(() => Rows.Invoke(new(Twelve, [3, 4]), m, n));

        entered.Should().BeFalse();
        exception.Should().BeOfType<ArgumentOutOfRangeException>().Which.ParamName.Should().Be(culprit);
    }

    [Fact]
    public void Invoke_WithLengthsThatAgreeInTheirLowBitsOnly_Throws()
    {
        ShouldBeRefused(
            static () => Touching.Function<WeighCubeRows>().Invoke(new(new float[24], [2, 3, 4]), (1L << 32) + 2, 3, 4),
            "cells has lengths (2, 3, 4), but its shape needs (m: 4294967298, n: 3, k: 4). (Parameter 'cells')");
        ShouldBeRefused(
            static () => Touching.Function<WeighCubeRows>().Invoke(new(new float[600], [2, 300, 1]), 2, 300 - 256, 1),
            "cells has lengths (2, 300, 1), but its shape needs (m: 2, n: 44, k: 1). (Parameter 'cells')");
    }

    [Fact]
    public void Invoke_WithTheOtherOrder_ReportsBothStrides()
    {
        ShouldBeRefused(
            static () => Rows.Invoke(new(Twelve, [3, 4], [1, 3]), 3, 4),
            "cells has strides (1, 3), but native code reads it in row-major order, with strides (4, 1). Pass a copy that is dense in that order. (Parameter 'cells')");
        ShouldBeRefused(
            static () => Columns.Invoke(new(Twelve, [3, 4]), 3, 4),
            "cells has strides (4, 1), but native code reads it in column-major order, with strides (1, 3). Pass a copy that is dense in that order. (Parameter 'cells')");
        ShouldBeRefused(
            static () => Rows.Invoke(Tensor.Transpose(Tensor.Create(Twelve, [4, 3])).AsReadOnlyTensorSpan(), 3, 4),
            "cells has strides (1, 3), but native code reads it in row-major order, *");
    }

    [Fact]
    public void Invoke_WithAViewThatSkipsElements_Throws()
    {
        // Parts of rows, every second column, parts of columns, one column of several rows.
        ShouldBeRefused(static () => Rows.Invoke(new ReadOnlyTensorSpan<double>(Twelve, [3, 4]).Slice(NRange.All, 1..3), 3, 2), "cells has strides (4, 1), * (2, 1).*");
        ShouldBeRefused(static () => Rows.Invoke(new(Twelve, [3, 2], [4, 2]), 3, 2), "cells has strides (4, 2), * (2, 1).*");
        ShouldBeRefused(static () => Columns.Invoke(new ReadOnlyTensorSpan<double>(Twelve, [3, 4], [1, 3]).Slice(1..3, NRange.All), 2, 4), "cells has strides (1, 3), * (1, 2).*");
        ShouldBeRefused(static () => Rows.Invoke(new ReadOnlyTensorSpan<double>(Twelve, [3, 4]).Slice(NRange.All, 1..2), 3, 1), "cells has strides (4, 0), * (1, 1).*");
    }

    [Fact]
    public void Invoke_WithABroadcastView_Throws()
    {
        // One row with stride 0 in place of three: native code would read beyond it.
        ShouldBeRefused(static () => Rows.Invoke(new([1, 2, 3, 4], [3, 4], [0, 1]), 3, 4), "cells has strides (0, 1), * (4, 1).*");
        ShouldBeRefused(static () => Columns.Invoke(new([1, 2, 3], [3, 4], [1, 0]), 3, 4), "cells has strides (1, 0), * (1, 3).*");
    }

    [Fact]
    public void Invoke_WithAWrongStrideInEachPlaceOfThree_Throws()
    {
        var rows = Touching.Function<WeighCubeRows>();
        var columns = Touching.Function<WeighCubeColumns>();
        var cells = new float[200];

        ShouldBeRefused(() => rows.Invoke(new(cells, [2, 3, 4], [13, 4, 1])), "cells has strides (13, 4, 1), * (12, 4, 1).*");
        ShouldBeRefused(() => rows.Invoke(new(cells, [2, 3, 4], [15, 5, 1])), "cells has strides (15, 5, 1), * (12, 4, 1).*");
        ShouldBeRefused(() => rows.Invoke(new(cells, [2, 3, 4], [24, 8, 2])), "cells has strides (24, 8, 2), * (12, 4, 1).*");
        ShouldBeRefused(() => columns.Invoke(new(cells, [2, 3, 4], [1, 2, 7])), "cells has strides (1, 2, 7), * (1, 2, 6).*");
        ShouldBeRefused(() => columns.Invoke(new(cells, [2, 3, 4], [1, 3, 9])), "cells has strides (1, 3, 9), * (1, 2, 6).*");
        ShouldBeRefused(() => columns.Invoke(new(cells, [2, 3, 4], [2, 4, 12])), "cells has strides (2, 4, 12), * (1, 2, 6).*");
        Touching.Observe(() => rows.Invoke(new(cells, [2, 3, 4], [12, 4, 1]))).Should().Be((null, true));
        Touching.Observe(() => columns.Invoke(new(cells, [2, 3, 4], [1, 2, 6]))).Should().Be((null, true));
    }

    [Fact]
    public void Invoke_WithAnotherLengthThanTheConstant_Throws()
    {
        var callback = Touching.Function<AddressOfThreeRows>();

        ShouldBeRefused(() => callback.Invoke(new(Twelve, [4, 3]), 7, 3), "cells has lengths (4, 3), but its shape needs (3, n: 3). (Parameter 'cells')");
        ShouldBeRefused(() => callback.Invoke(new(Twelve, [4, 3]), 7), "cells has lengths (4, 3), but its shape needs (3, n: 3). (Parameter 'cells')");
        Touching.Observe(() => callback.Invoke(new(Twelve, [3, 4]), 7)).Should().Be((null, true));
    }

    [Fact]
    public void Invoke_ThroughADelegate_RefusesTheSame()
    {
        ShouldBeRefused(static () => Rows.ToDelegate()(new(Twelve, [3, 4], [1, 3]), 3, 4), "cells has strides (1, 3), *");
    }

    [Fact]
    public void Invoke_WithoutTheDimensions_RefusesLengthsThatDiffer()
    {
        var transform = Touching.Function<RowsToColumns>();

        ShouldBeRefused(
            () => transform.Invoke(new(Twelve, [3, 2]), new(new double[8], [4, 2], [1, 4])),
            "output has length 4 along m, but input has 3. Pass arguments whose lengths agree. (Parameter 'output')");
        ShouldBeRefused(
            () => transform.Invoke(new(Twelve, [3, 2]), new(new double[9], [3, 3], [1, 3])),
            "output has length 3 along n, but input has 2. Pass arguments whose lengths agree. (Parameter 'output')");
        ShouldBeRefused(
            () => transform.Invoke(new(Twelve, [3, 2]), new(new double[6])), "output has rank 1, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'output')");
        ShouldBeRefused(
            () => Touching.Function<AddressOfSquare>().Invoke(new(Twelve, [3, 4]), 7),
            "cells has length 4 along n, but cells has 3. Pass arguments whose lengths agree. (Parameter 'cells')");
    }

    [Fact]
    public void Invoke_WithoutADimension_ComparesASpanAndAnOptionalTensor()
    {
        var callback = Touching.Function<NullMask>();

        ShouldBeRefused(
            () => callback.Invoke([1, 2, 3], 2, new(Twelve, [2, 4])),
            "cells has length 4 along n, but row has 3. Pass arguments whose lengths agree. (Parameter 'cells')");
        ShouldBeRefused(() => callback.Invoke([1, 2, 3], 2, new(Twelve)), "cells has rank 1, but its shape has rank 2. Pass a tensor of that rank. (Parameter 'cells')");
        ShouldBeRefused(() => callback.Invoke([1, 2, 3], 2, new(Twelve, [4, 3])), "cells has lengths (4, 3), but its shape needs (m: 2, n: 3). (Parameter 'cells')");
        Touching.Observe(() => callback.Invoke([1, 2, 3], 2, new(Twelve, [2, 3]))).Should().Be((null, true));
        Touching.Observe(() => callback.Invoke([1, 2, 3], 2, default)).Should().Be((null, true));
        Touching.Observe(() => callback.Invoke([1, 2, 3], 2, new(Twelve, [0, 7]))).Should().Be((null, true), "an empty one may have any shape");
    }

    [Fact]
    public void Invoke_WithoutTheDimension_RefusesALengthOverItsType()
    {
        // All elements are the same one, so that no memory is needed.
        ShouldBeRefused(
            static () => Touching.Function<AddressOfVector>().Invoke(new([1], [128], [0]), 7),
            "cells has length 128 along m, which is of type sbyte, at most 127. Pass a smaller tensor. (Parameter 'cells')");
        ShouldBeRefused(
            static () => Rows.Invoke(new([1], [2, unchecked((nint)3_000_000_000)], [0, 0])),
            "cells has length 3000000000 along n, which is of type int, at most 2147483647. Pass a smaller tensor. (Parameter 'cells')");
        Touching.Observe(static () => Touching.Function<AddressOfVector>().Invoke(new(new double[127]), 7)).Should().Be((null, true));
    }

    private static void ShouldBeRefused(Action call, string message)
    {
        var (exception, entered) = Touching.Observe(call);

        entered.Should().BeFalse();
        exception.Should().BeOfType<ArgumentException>().Which.ParamName.Should().NotBeNull();
        exception!.Message.Should().Match(message);
    }
}
