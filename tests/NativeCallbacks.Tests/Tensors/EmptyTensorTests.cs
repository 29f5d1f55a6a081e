using System;
using System.Buffers;
using System.Numerics.Tensors;

namespace NativeCallbacks.Tests.Tensors;

/// <summary>What native code sees of an empty tensor, and what an optional one may be.</summary>
public unsafe class EmptyTensorTests
{
    private static readonly NativeCallback<AddressOfColumns> Columns = Shim.Get<AddressOfColumns>("tensor_address");
    private static readonly NativeCallback<OptionalAddress> Optional = Shim.Get<OptionalAddress>("tensor_address");

    [Fact]
    public void Invoke_WithATensor_PassesTheAddressOfItsFirstElement()
    {
        var cells = stackalloc double[12];

        Columns.Invoke(new(cells, 12, [3, 4], [1, 3])).Should().Be((nuint)cells);
        Optional.Invoke(new TensorSpan<double>(cells, 12, [4, 3]).Slice(1..3, NRange.All), 2, 3).Should().Be((nuint)(cells + 3));
        Shim.Get<AddressOfThreeRows>("tensor_address").Invoke(new(cells, 12, [3, 4]), 7).Should().Be((nuint)cells);
        Shim.Get<AddressOfSquare>("tensor_address").Invoke(new(cells, 12, [3, 3]), 7).Should().Be((nuint)cells);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void Invoke_WithALengthOfZero_PassesNull_WhateverTheStrides(int m, int n)
    {
        var cells = new double[12];

        Columns.Invoke(new(cells, [m, n]), m, n).Should().Be(0);
        Columns.Invoke(new(cells, [m, n])).Should().Be(0);
        Columns.Invoke(new TensorSpan<double>(cells, [4, 3], [1, 4]).Slice(4..4, 1..3)).Should().Be(0);
        Columns.Invoke(Tensor.CreateFromShape<double>([m, n])).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithALengthOfZero_NeedsTheOtherToAgree()
    {
        FluentActions.Invoking(static () => Columns.Invoke(new(new double[12], [0, 4]), 0, 3)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("cells has lengths (0, 4), but its shape needs (m: 0, n: 3).*");
    }

    [Fact]
    public void Invoke_WithOptionalEmptyTensor_PassesNullWhateverTheDimensions()
    {
        Optional.Invoke(default, 3, 4).Should().Be(0);
        Optional.Invoke(new(new double[12], [0, 7]), 3, 4).Should().Be(0);
        Optional.Invoke(default, int.MaxValue, int.MaxValue).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithOptionalTensorOfAnotherShape_Throws()
    {
        FluentActions.Invoking(static () => Optional.Invoke(new(new double[12], [3, 4]), 4, 3)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("cells has lengths (3, 4), but its shape needs (m: 4, n: 3).*");
        FluentActions.Invoking(static () => Optional.Invoke(new(new double[12], [3, 4], [1, 3]), 3, 4)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("cells has strides (1, 3), *");
        FluentActions.Invoking(static () => Optional.Invoke(new(new double[12]), 3, 4)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("cells has rank 1, *");
    }

    [Theory]
    [InlineData(-1, 2, "m")]
    [InlineData(2, -1, "n")]
    public void Invoke_WithNegativeDimensionOfAnOptionalTensor_RefusesItEvenWhereEmpty(int m, int n, string culprit)
    {
        FluentActions.Invoking(() => Optional.Invoke(default, m, n)).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName(culprit);
    }

    [Fact]
    public void Invoke_WithOptionalTensorBesideASpan_PassesNullForTheEmptyOne()
    {
        const int SecondIsNull = 2;
        var mask = Shim.Get<NullMask>("buffer_null_mask");

        mask.Invoke([1, 2, 3], 2, default).Should().Be(SecondIsNull);
        mask.Invoke([1, 2, 3], 2, new(new double[6], [2, 3])).Should().Be(0);
    }
}
