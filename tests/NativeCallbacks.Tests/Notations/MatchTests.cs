using System;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Which signatures are called alike.</summary>
public class MatchTests
{
    [Theory]
    [InlineData("void f(int)", "(int32,) -> none")]
    [InlineData("void f(size_t)", "extern \"C\" fn(u64)")]
    [InlineData("void f(ptrdiff_t)", "void f(long long)")]
    [InlineData("void f(const double *)", "void f(double *)")]
    [InlineData("void f(double *)", "void f(double x[][3])")]
    [InlineData("void f(void *)", "(float64*,) -> none")]
    [InlineData("void f(void **)", "void f(struct node **)")]
    [InlineData("void f(intptr_t)", "void f(MPI_Datatype *)")]
    [InlineData("void f(const intptr_t *)", "void f(MPI_Datatype *)")]
    [InlineData("void f(intptr_t)", "void f(size_t)")]
    [InlineData("void f(char)", "void f(signed char)")]
    [InlineData("void f(const char *)", "extern \"C\" fn(*const u8)")]
    [InlineData("void f(bool)", "(uint8,) -> none")]
    [InlineData("void f(enum color)", "void f(unsigned int)")]
    [InlineData("void f(struct point)", "extern \"C\" fn(kernels::Point)")]
    [InlineData("void f(struct { double x; double y; })", "(UniTuple(float64 x 2),) -> none")]
    [InlineData("void f(double _Complex)", "(UniTuple(float64 x 2),) -> none")]
    [InlineData("void f(double _Complex)", "(complex128,) -> none")]
    [InlineData("void f(int (*)(const int *))", "extern \"C\" fn(Option<extern \"C\" fn(&i32) -> i32>)")]
    [InlineData("void f(void *)", "void f(int (*)(int))")]
    [InlineData("void f(int (*)(int))", "extern \"C\" fn(usize)")]
    [InlineData("int __stdcall f(int)", "int f(int)")] // one convention, but on 32-bit x86
    public void Matches_OfTheSameKindsAndWidths_IsTrueBothWays(string here, string there)
    {
        var (left, right) = (NativeSignature.Parse(here), NativeSignature.Parse(there));

        left.Matches(right, out var difference).Should().BeTrue(difference);
        difference.Should().BeEmpty();
        right.Matches(left, out _).Should().BeTrue();
    }

    [Fact]
    public void Matches_OfALongAndOfTheIntegerOfItsWidth_IsTrueBothWays() =>
        Matches_OfTheSameKindsAndWidths_IsTrueBothWays("void f(long)", $"void f({Platform.FixedWidthOfLong})");

    [Theory]
    [InlineData("void f(double x, int m)", "(float64, int64) -> none", "parameter 2 ('m') is int in this signature and int64_t in the other")]
    [InlineData("void f(int)", "void f(unsigned int)", "parameter 1 is int in this signature and unsigned int in the other")]
    [InlineData("void f(float)", "void f(int)", "parameter 1 is float in this signature and int in the other")]
    [InlineData("void f(float)", "void f(double)", "parameter 1 is float in this signature and double in the other")]
    [InlineData("void f(double *x)", "void f(float *)", "parameter 1 ('x') is double * in this signature and float * in the other")]
    [InlineData("void f(double *)", "void f(double **)", "parameter 1 is double * in this signature and double ** in the other")]
    [InlineData("void f(double *)", "void f(duoble *)", "parameter 1 is double * in this signature and duoble * in the other")]
    [InlineData("void f(double *)", "void f(double)", "parameter 1 is double * in this signature and double in the other")]
    [InlineData("void f(long)", "void f(void *)", "parameter 1 is long in this signature and void * in the other")]
    [InlineData("void f(double *)", "extern \"C\" fn(usize)", "parameter 1 is double * in this signature and size_t in the other")]
    [InlineData("void f(int (*)(int))", "extern \"C\" fn(u64)", "parameter 1 is int (*)(int) in this signature and uint64_t in the other")]
    [InlineData("void f(bool)", "void f(int)", "parameter 1 is bool in this signature and int in the other")]
    [InlineData("void f(struct p)", "void f(struct p *)", "parameter 1 is struct p in this signature and struct p * in the other")]
    [InlineData("void f(struct { double x; int y; })", "(UniTuple(float64 x 2),) -> none", "parameter 1 is struct { double x; int y; } in this signature and struct { double f0; double f1; } in the other")]
    [InlineData("void f(struct { int x; })", "void f(union { int x; })", "parameter 1 is struct { int x; } in this signature and union { int x; } in the other")]
    [InlineData("void f(struct { int x; })", "void f(struct { int x; int y; })", "parameter 1 is struct { int x; } in this signature and struct { int x; int y; } in the other")]
    [InlineData("void f(int (*g)(int))", "void f(int (*g)(double))", "parameter 1 ('g') is int (*)(int) in this signature and int (*)(double) in the other")]
    [InlineData("void f(int m, int n)", "void f(int m)", "parameter 2 ('n') is int in this signature and missing in the other")]
    [InlineData("void f(int m)", "void f(int m, double *x)", "parameter 2 ('x') is missing in this signature and double * in the other")]
    [InlineData("void f(int)", "int f(int)", "the result is void in this signature and int in the other")]
    [InlineData("double f(int)", "float f(int)", "the result is double in this signature and float in the other")]
    public void Matches_OfOtherKindsOrWidths_ReportsTheFirstDifference(string here, string there, string expected)
    {
        NativeSignature.Parse(here).Matches(NativeSignature.Parse(there), out var difference).Should().BeFalse();

        difference.Should().Be(expected);
        NativeSignature.Parse(there).Matches(NativeSignature.Parse(here), out _).Should().BeFalse();
    }

    [Fact]
    public void Matches_WithNull_IsRefused() =>
        FluentActions.Invoking(() => NativeSignature.Parse("void f()").Matches(null!, out _)).Should().Throw<ArgumentNullException>();
}
