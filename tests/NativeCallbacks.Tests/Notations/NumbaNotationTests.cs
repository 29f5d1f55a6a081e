using System;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Signatures as Numba prints them and as its users write them.</summary>
public class NumbaNotationTests
{
    [Theory]
    [InlineData("(float64*, float64*, int32, int32) -> none", "void (*)(double *, double *, int32_t, int32_t)")]
    [InlineData("(float64, int32) -> float64", "double (*)(double, int32_t)")]
    [InlineData("(float64,) -> float64", "double (*)(double)")]
    [InlineData("() -> none", "void (*)(void)")]
    [InlineData("(complex128, bool, uint8, int64, void*) -> complex128", "double _Complex (*)(double _Complex, bool, uint8_t, int64_t, void *)")]
    [InlineData("(float64**, int16) -> int8*", "int8_t *(*)(double **, int16_t)")]
    [InlineData("void(CPointer(float64), voidptr)", "void (*)(double *, void *)")]
    [InlineData("float64(float64, intc)", "double (*)(double, int)")]
    [InlineData("f8(f4, i2, u8)", "double (*)(float, int16_t, uint64_t)")]
    [InlineData("void(CPointer(CPointer(complex64)))", "void (*)(float _Complex **)")]
    [InlineData("long_(ulong, intp, uintp, char, uchar)", "long (*)(unsigned long, ptrdiff_t, size_t, int8_t, uint8_t)")]
    [InlineData("(UniTuple(float64 x 2),) -> Tuple(float64, int32)", "struct { double f0; int32_t f1; } (*)(struct { double f0; double f1; })")]
    [InlineData("float64(UniTuple(int64, 2))", "double (*)(struct { int64_t f0; int64_t f1; })")]
    [InlineData("(Record(a[type=float64;offset=0],b[type=int32;offset=8];16;True)*) -> none", "void (*)(struct Record *)")]
    public void Parse_OfNumba_GivesTheFunctionThatCSees(string text, string expected) =>
        NativeSignature.Parse(text).ToString().Should().Be(expected);

    [Theory]
    [InlineData("(complex64,) -> none", 2, "complex64 by value loses its imaginary part")]
    [InlineData("(float64,) -> complex64", 15, "complex64 by value loses its imaginary part")]
    [InlineData("(Record(a[type=float64;offset=0];8;True),) -> none", 2, "Numba passes a Record by value as a pointer")]
    [InlineData("(UniTuple(float64 x 3),) -> none", 2, "Numba passes a tuple of more than two items")]
    [InlineData("() -> UniTuple(int64 x 30)", 7, "Numba passes a tuple of more than two items")]
    [InlineData("(UniTuple(int32 x 2),) -> none", 2, "the items of this tuple share eight bytes")]
    [InlineData("(Tuple(float32, int16),) -> none", 2, "the items of this tuple share eight bytes")]
    [InlineData("(Tuple(complex128, float64),) -> none", 2, "this tuple contains more than plain numbers")]
    [InlineData("(Tuple(),) -> none", 2, "an empty tuple is not a value")]
    [InlineData("(array(float64, 1d, C),) -> none", 2, "Numba passes an array as a struct of its own")]
    [InlineData("int32(float64[:])", 7, "Numba passes an array as a struct of its own")]
    [InlineData("(unicode_type,) -> none", 2, "'unicode_type' has no C equivalent")]
    [InlineData("(none,) -> none", 2, "'none' is not a value")]
    [InlineData("(float64)", 10, "expected '->', found the end of the text")]
    [InlineData("(float64) -> ", 14, "expected a Numba type, found the end of the text")]
    [InlineData("float64(float64", 16, "expected ')', found the end of the text")]
    [InlineData("float64(float64) float64", 18, "expected the end, found 'float64'")]
    [InlineData("(UniTuple(float64 x many),) -> none", 21, "expected the number of items, found 'many'")]
    public void Parse_OfWhatCDoesNotPassAlike_SaysWhereAndWhy(string text, int character, string reason)
    {
        var parse = () => NativeSignature.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"'{text}' cannot be read as a signature: at character {character}, {reason}*");
    }
}
