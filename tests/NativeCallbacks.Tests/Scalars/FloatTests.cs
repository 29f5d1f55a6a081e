namespace NativeCallbacks.Tests.Scalars;

/// <summary>Floating numbers, special values included: each call computes 2 * a - b.</summary>
public class FloatTests
{
    [Theory]
    [InlineData(1.5f, -2.25f)]
    [InlineData(float.MaxValue, 1f)]
    [InlineData(float.Epsilon, 0f)]
    [InlineData(float.NegativeInfinity, 3f)]
    [InlineData(float.NaN, 3f)]
    [InlineData(-0f, 0f)]
    public void Invoke_WithFloat_ComputesAsCDoes(float a, float b)
    {
        var result = Shim.Get<FloatOperation>("scalar_float").Invoke(a, b);

        System.BitConverter.SingleToInt32Bits(result).Should().Be(System.BitConverter.SingleToInt32Bits((2 * a) - b));
    }

    [Theory]
    [InlineData(1.5, -2.25)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(double.Epsilon, 0.0)]
    [InlineData(double.NegativeInfinity, 3.0)]
    [InlineData(double.NaN, 3.0)]
    [InlineData(-0.0, 0.0)]
    public void Invoke_WithDouble_ComputesAsCDoes(double a, double b)
    {
        var result = Shim.Get<DoubleOperation>("scalar_double").Invoke(a, b);

        System.BitConverter.DoubleToInt64Bits(result).Should().Be(System.BitConverter.DoubleToInt64Bits((2 * a) - b));
    }
}
