using System;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Spans;

/// <summary>Shapes that good arguments satisfy: dimensions, constants, inference.</summary>
public class ShapeTests
{
    [Fact]
    public void Invoke_WithTheMatrixExample_DoublesIt()
    {
        double[] input = [1, 2, 3, 4, 5, 6];
        var output = new double[6];

        Shim.Get<MatrixTransform>("matrix_double").Invoke(input, output, 3, 2);

        output.Should().Equal(2, 4, 6, 8, 10, 12);
    }

    [Fact]
    public void Invoke_WithTwoDimensions_PassesEachInItsPlace()
    {
        double[] input = [1, 2, 3, 4, 5, 6];
        var output = new double[6];

        Shim.Get<MatrixTransform>("matrix_transpose").Invoke(input, output, 2, 3);

        output.Should().Equal(1, 4, 2, 5, 3, 6);
    }

    [Fact]
    public void Invoke_WithLongerSpans_LeavesTheRestAlone()
    {
        double[] input = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] output = [-1, -1, -1, -1, -1, -1, -1];

        Shim.Get<MatrixTransform>("matrix_weigh").Invoke(input, output, 2, 3);

        output.Should().Equal(1, 4, 9, 16, 25, 36, -1);
    }

    [Fact]
    public void Invoke_WithSlicesAndStackMemory_PassesTheirBeginning()
    {
        double[] input = [-9, 1, 2, 3, -9];
        Span<double> output = stackalloc double[3];

        Shim.Get<MatrixTransform>("matrix_weigh").Invoke(input.AsSpan(1, 3), output, 1, 3);

        output.ToArray().Should().Equal(1, 4, 9);
    }

    [Fact]
    public void Invoke_WithConstants_PassesTheSpan()
    {
        Shim.Get<WeighThree>("buffer_weigh_3").Invoke([1.5, -2, 4]).Should().Be(1.5 - 4 + 12);
        Shim.Get<RowsOfThree>("matrix_rows_of_3").Invoke([1, 2, 3, 4, 5, 6], 2).Should().Be(1 + 4 + 9 + 44 + 60 + 78);
    }

    [Fact]
    public void Invoke_WithSeveralSpansOfOneLength_GivesItOnce()
    {
        var output = new double[3];

        Shim.Get<Dot>("buffer_dot").Invoke([1, 10, 100], [2, 3, 4]).Should().Be(432);
        Shim.Get<VectorMinus>("buffer_minus").Invoke([1, 10, 100], [2, 3, 4], output);

        output.Should().Equal(0, 17, 196);
    }

    [Fact]
    public void Invoke_WithoutTheDimensionThatOneSpanTells_KeepsTheOther()
    {
        Span<double> second = stackalloc double[4];
        unsafe
        {
            fixed (double* pointer = second)
            {
                // The function returns its first pointer; the inferred dimensions are checked against the others.
                Shim.Get<AddressOfSecond>("buffer_address").Invoke(second, second, 2).Should().Be((nuint)pointer);
            }
        }

        FluentActions.Invoking(static () => Shim.Get<AddressOfSecond>("buffer_address").Invoke(new double[9], new double[3], 2)).Should()
            .ThrowExactly<ArgumentException>().WithMessage("y has 3 elements, but its shape (m: 2, 2) needs 4.*");
    }

    [Fact]
    public void Invoke_WithUncheckedShape_PassesTheSpan()
    {
        Shim.Get<WeighToZero>("buffer_weigh_to_zero").Invoke([1.5, -2, 4, 0]).Should().Be(1.5 - 4 + 12);
    }
}
