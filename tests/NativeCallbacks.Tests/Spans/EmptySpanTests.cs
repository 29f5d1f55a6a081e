using System;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Spans;

/// <summary>What native code sees of an empty span, and what an optional span may be.</summary>
public unsafe class EmptySpanTests
{
    private const int First = 1, Second = 2;

    [Fact]
    public void Invoke_WithOptionalEmptySpans_PassesNullWhateverTheDimension()
    {
        var mask = Shim.Get<OptionalNullMask>("buffer_null_mask");

        mask.Invoke([], 0, [], 0).Should().Be(First | Second);
        mask.Invoke([], 7, [1], 1).Should().Be(First);
        mask.Invoke([1], 1, [], 7).Should().Be(Second);
        mask.Invoke([1], 1, [1], 1).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithOptionalEmptySliceOfAnArray_PassesNull()
    {
        double[] array = [1, 2, 3];

        Shim.Get<OptionalNullMask>("buffer_null_mask").Invoke(array.AsSpan(1, 0), 2, array.AsSpan(2, 0), 2).Should().Be(First | Second);
    }

    [Fact]
    public void Invoke_WithUncheckedEmptySpans_PassesNull()
    {
        var mask = Shim.Get<UncheckedNullMask>("buffer_null_mask");

        mask.Invoke([], 7, [1], 7).Should().Be(First);
        mask.Invoke([1], 7, [], 7).Should().Be(Second);
        mask.Invoke(new double[3].AsSpan(1, 0), 7, new double[3].AsSpan(1, 0), 7).Should().Be(First | Second);
    }

    [Fact]
    public void Invoke_WithRequiredEmptySlice_PassesItsOwnAddress()
    {
        Span<double> values = stackalloc double[3];
        fixed (double* pointer = values)
        {
            Shim.Get<SpanAddress>("buffer_address").Invoke(values[1..1], 0).Should().Be((nuint)(pointer + 1));
            Shim.Get<SpanAddress>("buffer_address").Invoke(values[1..1]).Should().Be((nuint)(pointer + 1));
        }

        Shim.Get<NullMask>("buffer_null_mask").Invoke(new double[3].AsSpan(3), 0, new double[3].AsSpan(3), 0).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithOptionalSpanTooShort_NamesLengthAndNeed()
    {
        var mask = Shim.Get<OptionalNullMask>("buffer_null_mask");

        FluentActions.Invoking(() => mask.Invoke([1, 2], 3, [], 7)).Should().ThrowExactly<ArgumentException>()
            .Which.Message.Should().Be(Messages.Naming("first", "first has 2 elements, but its shape (m: 3) needs 3."));
        FluentActions.Invoking(() => mask.Invoke([], 7, [1], 2)).Should().ThrowExactly<ArgumentException>()
            .Which.Message.Should().Be(Messages.Naming("second", "second has 1 element, but its shape (n: 2) needs 2."));
    }

    [Fact]
    public void Invoke_WithNegativeDimensionOfAnOptionalSpan_RefusesItEvenWhereEmpty()
    {
        FluentActions.Invoking(static () => Shim.Get<OptionalNullMask>("buffer_null_mask").Invoke([], -1, [1], 1)).Should()
            .ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("m");
    }

    [Fact]
    public void Invoke_WithoutTheDimension_ExemptsTheOptionalEmptySpan()
    {
        var objective = Shim.Get<Objective>("library_objective");
        var gradient = new double[3];
        var offset = 0.5;

        objective.Invoke([1, -2, 3], [], 0).Should().Be(1 + 8 + 27);
        objective.Invoke([1, -2, 3], gradient, (nint)(&offset)).Should().Be(1 + 8 + 27 + 0.5);

        gradient.Should().Equal(2, -8, 18);
    }

    [Fact]
    public void Invoke_WithoutTheDimension_RefusesAnOptionalSpanOfAnotherLength()
    {
        FluentActions.Invoking(static () => Shim.Get<Objective>("library_objective").Invoke([1, -2, 3], new double[2], 0)).Should()
            .ThrowExactly<ArgumentException>().Which.Message.Should().Be(
                Messages.Naming("gradient", "gradient has 2 elements and x has 3, but both must have n elements. Pass spans of the same length, or pass n."));
        FluentActions.Invoking(static () => Shim.Get<Objective>("library_objective").Invoke([1, -2, 3], new double[4], 0)).Should()
            .ThrowExactly<ArgumentException>().WithParameterName("gradient");
    }
}
