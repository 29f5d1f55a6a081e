using System.Text.Json;

namespace NativeCallbacks.SampleTests;

/// <summary>
/// Numba kernels over <c>carray</c> and <c>farray</c>, called through signatures of tensors with arrays that NumPy laid
/// out, against values computed here.
/// </summary>
public sealed class NumbaTensorTests(PythonSession python) : IClassFixture<PythonSession>
{
    private const string Rows = "tensors.np.array([[1.5, -2], [3, 4.25], [-5, 6]], order='C')";
    private const string Columns = "tensors.np.array([[1.5, -2], [3, 4.25], [-5, 6]], order='F')";

    private static readonly double[,] Input = { { 1.5, -2 }, { 3, 4.25 }, { -5, 6 } };

    [Fact]
    public void CarrayKernel_ThroughARowMajorSignature_ReadsEachElementAtItsIndices() =>
        Transform("by_rows", "TransformByRows", Rows).Should().BeEquivalentTo(
            Each(3, 2, static (i, j) => (10 * (i + 1) * Input[i, j]) - j), static options => options.WithStrictOrdering());

    [Fact]
    public void FarrayKernel_ThroughAColumnMajorSignature_ReadsEachElementAtItsIndices() =>
        Transform("by_columns", "TransformByColumns", Columns).Should().BeEquivalentTo(
            Each(3, 2, static (i, j) => (100 * (j + 1) * Input[i, j]) + i), static options => options.WithStrictOrdering());

    [Fact]
    public void FarrayKernel_WithATransposedView_ReadsItWithoutACopy() =>
        Transform("by_columns", "TransformByColumns", $"{Rows}.T").Should().BeEquivalentTo(
            Each(2, 3, static (i, j) => (100 * (j + 1) * Input[j, i]) + i), static options => options.WithStrictOrdering());

    [Fact]
    public void Kernels_ThroughTheSignatureOfTheOtherOrder_ComputeSomethingElse()
    {
        // The control: no check can know the order that a kernel was written for, and the values above depend on it.
        Transform("by_rows", "TransformByColumns", Columns).Should().NotBeEquivalentTo(Each(3, 2, static (i, j) => (10 * (i + 1) * Input[i, j]) - j));
        Transform("by_columns", "TransformByRows", Rows).Should().NotBeEquivalentTo(Each(3, 2, static (i, j) => (100 * (j + 1) * Input[i, j]) + i));
    }

    [Theory]
    [InlineData("by_rows", "TransformByRows", Columns, "input has strides (1, 3), but native code reads it in row-major order, with strides (2, 1).*")]
    [InlineData("by_rows", "TransformByRows", Rows + ".T", "input has strides (1, 2), but native code reads it in row-major order, with strides (3, 1).*")]
    [InlineData("by_rows", "TransformByRows", Rows + "[::2]", "input has strides (4, 1), but native code reads it in row-major order, with strides (2, 1).*")]
    [InlineData("by_columns", "TransformByColumns", Rows, "input has strides (2, 1), but native code reads it in column-major order, with strides (1, 3).*")]
    [InlineData("by_columns", "TransformByColumns", Columns + "[:2]", "input has strides (1, 3), but native code reads it in column-major order, with strides (1, 2).*")]
    public void Array_ThatLiesInAnotherOrder_IsRefusedBeforeTheKernelRuns(string kernel, string entry, string input, string message)
    {
        var error = python.Error($"tensors.transform(tensors.{kernel}, '{entry}', {input})");

        error.Class.Should().Be("ValueError");
        error.Message.Should().Match(message);
    }

    [Theory]
    [InlineData("by_rows", "TransformByRows", Rows + "[1:]", 1)]
    [InlineData("by_rows", "TransformByRows", Columns + "[2:, :1]", 2)]
    public void Slice_ThatIsDense_IsReadWhereItLies(string kernel, string entry, string input, int from)
    {
        var width = from == 2 ? 1 : 2;

        Transform(kernel, entry, input).Should().BeEquivalentTo(
            Each(3 - from, width, (i, j) => (10 * (i + 1) * Input[i + from, j]) - j), static options => options.WithStrictOrdering());
    }

    private double[][] Transform(string kernel, string entry, string input) =>
        python.Value($"tensors.transform(tensors.{kernel}, '{entry}', {input})").Deserialize<double[][]>()!;

    private static double[][] Each(int m, int n, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, m).Select(i => Enumerable.Range(0, n).Select(j => value(i, j)).ToArray())];
}
