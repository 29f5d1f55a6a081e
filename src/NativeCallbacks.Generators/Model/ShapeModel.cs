namespace NativeCallbacks.Generators.Model;

/// <summary>The dimensions of a span, whose product is its minimum element count, or of a tensor, which has exactly these lengths.</summary>
/// <param name="Dimensions">The dimensions, in C order; at least one.</param>
/// <param name="IsOptional">Whether an empty span or tensor is always allowed, and a null pointer.</param>
/// <param name="IsColumnMajor">Of a tensor, whether the first index counts fastest; false for spans.</param>
/// <param name="IsInBytes">Of a span, whether the product counts bytes; false for tensors.</param>
internal sealed record ShapeModel(EquatableArray<DimensionModel> Dimensions, bool IsOptional, bool IsColumnMajor = false, bool IsInBytes = false)
{
    /// <summary>The parameter that alone gives the count, or null.</summary>
    public string? SoleParameter => Dimensions.Count == 1 ? Dimensions[0].Parameter : null;
}

/// <summary>One factor of a shape: a parameter or a constant.</summary>
/// <param name="Parameter">The name of an integer parameter; null for a constant.</param>
/// <param name="Constant">The constant; zero where <paramref name="Parameter"/> is set.</param>
/// <param name="IsWrapped">Whether the parameter is a <c>CLong</c> or <c>CULong</c>.</param>
internal sealed record DimensionModel(string? Parameter, int Constant, bool IsWrapped = false);

/// <summary>The range of an integer parameter that can be a dimension.</summary>
/// <param name="Keyword">The C# keyword: <c>int</c>, <c>nuint</c>.</param>
/// <param name="IsSigned">Whether it can be negative.</param>
/// <param name="Bits">The width; 64 for pointer-sized integers, which are never wider.</param>
/// <param name="IsWrapped">Whether it is the <c>Value</c> of a <c>CLong</c> or <c>CULong</c>.</param>
internal sealed record IntegerModel(string Keyword, bool IsSigned, int Bits, bool IsWrapped = false)
{
    /// <summary>The number of bits of a value that is not negative.</summary>
    public int MagnitudeBits => IsSigned ? Bits - 1 : Bits;

    /// <summary>Whether a whole number is in the range. Pointer-sized integers count as 64 bits wide.</summary>
    public bool Holds(decimal number)
    {
        var size = (decimal)(1UL << (MagnitudeBits - 1)) * 2;
        return number < size && number >= (IsSigned ? -size : 0);
    }
}
