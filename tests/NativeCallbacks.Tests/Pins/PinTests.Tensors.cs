using System.Numerics.Tensors;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Pins;

[NativeSignature]
internal delegate void ApplyTensorInMotion(
    NativeCallback<MatrixTransform> f,
    [Shape(nameof(m), nameof(n), Optional = true)] ReadOnlyTensorSpan<double> input,
    [Shape(nameof(m), nameof(n), Order = ArrayOrder.ColumnMajor)] in TensorSpan<double> output,
    int m,
    int n);

public unsafe partial class PinTests
{
    [Fact]
    public void Invoke_WithTensors_HoldsThemInPlace() => WhileTheHeapMoves(static () =>
    {
        var (input, output) = (new double[6], new double[6]);
        new double[] { 1, 2, 3, 4, 5, 6 }.CopyTo(input, 0);

        Shim.Get<ApplyTensorInMotion>("callback_apply_matrix").Invoke(DoubleAfterCompaction, new(input, [3, 2]), new(output, [3, 2], [1, 3]), 3, 2);

        output.Should().Equal(2, 4, 6, 8, 10, 12);
    });
}
