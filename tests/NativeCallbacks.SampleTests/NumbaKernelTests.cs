using System.Numerics;
using System.Text.Json;

namespace NativeCallbacks.SampleTests;

/// <summary>Every kernel of samples/Numba, called by C# inside a Python process, against values computed here.</summary>
public sealed class NumbaKernelTests(PythonSession python) : IClassFixture<PythonSession>
{
    [Fact]
    public void ComputeFromDotnet_WithItsDefaults_IsTheStory()
    {
        python.Numbers("compute_from_dotnet(kernels.my_callback)").Should().Equal(2, 4, 6, 8, 10, 12);
    }

    [Fact]
    public void ComputeFromDotnet_OfABareAddress_IsTheSameAsOfTheCfunc()
    {
        python.Numbers("compute_from_dotnet(kernels.my_callback.address)").Should().Equal(2, 4, 6, 8, 10, 12);
    }

    [Fact]
    public void MyCallback_OnAMatrixOfManyElements_DoublesEach()
    {
        var input = Enumerable.Range(0, 40 * 25).Select(static i => 0.1 * i - 7).ToArray();

        var output = python.Numbers($"compute_from_dotnet(kernels.my_callback, {PythonSession.List(input)}, 40, 25)");

        output.Should().Equal(input.Select(static x => 2 * x));
    }

    [Fact]
    public void ComputeFromDotnet_WithMoreInputThanTheShape_WritesTheShape()
    {
        python.Numbers("compute_from_dotnet(kernels.my_callback, [1, 2, 3, 4, 5, 6, 7], 1, 5)").Should().Equal(2, 4, 6, 8, 10);
    }

    [Fact]
    public void WeighColumns_OnAMatrixByColumns_WeighsRowsAndColumnsApart()
    {
        const int m = 3, n = 2;
        double[] input = [1, 2, 3, 4, 5, 6];
        var expected = new double[m * n];
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < m; i++)
            {
                expected[j * m + i] = (i + 1) * input[j * m + i] - j;
            }
        }

        python.Numbers("compute_from_dotnet(kernels.weigh_columns)").Should().Equal(expected);
    }

    [Theory]
    [InlineData(5.0)]
    [InlineData(-0.125)]
    [InlineData(0.0)]
    public void Parabola_OfANumber_IsItsValue(double x)
    {
        python.Value($"evaluate(kernels.parabola, {PythonSession.List([x])}[0])").GetDouble().Should().Be(x * x - 3 * x);
    }

    [Theory]
    [InlineData(1.5f, -300, -100, 200)]
    [InlineData(-0.25f, short.MaxValue, sbyte.MinValue, byte.MaxValue)]
    [InlineData(3.5f, short.MinValue, sbyte.MaxValue, 1)]
    public void Blend_OfSmallIntegersOfBothSigns_UsesEachAtItsOwnWidth(float x, short scale, sbyte shift, byte divisor)
    {
        var expected = (float)((double)x * scale - shift / (double)(float)divisor);

        var value = python.Value($"blend(kernels.blend, {PythonSession.List([x])}[0], {scale}, {shift}, {divisor})");

        ((float)value.GetDouble()).Should().Be(expected);
    }

    [Fact]
    public void Turn_OfComplexNumbers_MultipliesByI()
    {
        Complex[] input = [new(1, 2), new(3, -1), new(-0.5, 0.25)];
        var expected = input.Select(static (z, i) => Complex.ImaginaryOne * z + i);

        var output = python.Value("transform_complex(kernels.turn, [1+2j, 3-1j, -0.5+0.25j])").Deserialize<double[][]>()!;

        output.Select(static pair => new Complex(pair[0], pair[1])).Should().Equal(expected);
    }

    [Fact]
    public void Line_WithUserData_ReadsItThere()
    {
        python.Value("(lambda data: evaluate_with_data(kernels.line, 10, data.buffer_info()[0]))(array('d', [2.5, -4]))").GetDouble()
            .Should().Be(2.5 * 10 - 4);
    }

    [Fact]
    public void ComputeFromRust_OfANumbaCallback_IsTheStoryThroughThreeLanguages()
    {
        var library = RustLibrary.CompileWith(RustLibrary.Compilers()[0]);

        python.Numbers($"compute_from_rust(kernels.my_callback, '{library}')").Should().Equal(2, 4, 6, 8, 10, 12);
    }
}
