using System;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Refusals;

/// <summary>Calls that end before native code runs, and what they say.</summary>
public class RefusalTests
{
    private static readonly double[] Six = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Invoke_WithDefaultCallback_SaysWhichSignature()
    {
        FluentActions.Invoking(static () => default(NativeCallback<ScalarFunction>).Invoke(1)).Should().ThrowExactly<InvalidOperationException>()
            .Which.Message.Should().Be(
                "This NativeCallback<ScalarFunction>(null) is null and cannot be called. Check IsNull first, or check where the address should have come from.");
    }

    [Fact]
    public void Invoke_WithDefaultCallback_SaysSoBeforeAnythingElse()
    {
        FluentActions.Invoking(static () => default(NativeCallback<MatrixTransform>).Invoke([], [], -1, 2)).Should().ThrowExactly<InvalidOperationException>();
        FluentActions.Invoking(static () => default(NativeCallback<VectorReduction>).Invoke([])).Should().ThrowExactly<InvalidOperationException>();
        FluentActions.Invoking(static () => default(NativeCallback<Text.TextLength>).Invoke("\0")).Should().ThrowExactly<InvalidOperationException>();
    }

    [Fact]
    public void Invoke_WithInputShorterThanShape_ThrowsBeforeTheCall()
    {
        ShouldBeRefused<ArgumentException>(
            static (transform, output) => transform.Invoke([1, 2, 3, 4, 5], output, 3, 2),
            Messages.Naming("input", "input has 5 elements, but its shape (m: 3, n: 2) needs 6."));
    }

    [Fact]
    public void Invoke_WithOutputShorterThanShape_ThrowsBeforeTheCall()
    {
        ShouldBeRefused<ArgumentException>(
            static (transform, output) => transform.Invoke(Six, output.AsSpan(0, 1), 3, 2),
            Messages.Naming("output", "output has 1 element, but its shape (m: 3, n: 2) needs 6."));
    }

    [Theory]
    [InlineData(-1, 2, "m", -1)]
    [InlineData(2, -1, "n", -1)]
    [InlineData(0, int.MinValue, "n", int.MinValue)]
    [InlineData(-1, 0, "m", -1)]
    [InlineData(-2, -3, "m", -2)]
    public void Invoke_WithNegativeDimension_ThrowsBeforeTheCall(int m, int n, string culprit, int value)
    {
        ShouldBeRefused<ArgumentOutOfRangeException>(
            (transform, output) => transform.Invoke(Six, output, m, n),
            Messages.Naming(culprit, value, $"The dimension {culprit} must not be negative."));
    }

    [Theory]
    [InlineData(65536, 65536, "4294967296")]
    [InlineData(46341, 46341, "2147488281")]
    [InlineData(int.MaxValue, int.MaxValue, "4611686014132420609")]
    public void Invoke_WithProductOverInt_ThrowsBeforeTheCall(int m, int n, string needed)
    {
        ShouldBeRefused<ArgumentException>(
            (transform, output) => transform.Invoke(Six, output, m, n),
            Messages.Naming("input", $"input has 6 elements, but its shape (m: {m}, n: {n}) needs {needed}."));
    }

    [Fact]
    public void Invoke_WithProductOverLong_ReportsTheWholeProduct()
    {
        Message(static () => Touching.Function<ProductOfULongs>().Invoke([], ulong.MaxValue, ulong.MaxValue)).Should().Be(
            Messages.Naming("values", "values has 0 elements, but its shape (m: 18446744073709551615, n: 18446744073709551615) needs 340282366920938463426481119284349108225."));
        Message(static () => Touching.Function<ProductOfLongs>().Invoke([], 1L << 32, 1L << 32)).Should().Be(
            Messages.Naming("values", "values has 0 elements, but its shape (m: 4294967296, n: 4294967296) needs 18446744073709551616."));
        Message(static () => Touching.Function<ProductOfThreeInts>().Invoke([], 1 << 30, 1 << 30, 1 << 30)).Should().Be(
            Messages.Naming("values", "values has 0 elements, but its shape (m: 1073741824, n: 1073741824, k: 1073741824) needs 1237940039285380274899124224."));
        Message(static () => Touching.Function<ProductOfIntAndConstant>().Invoke([], 2)).Should().Be(
            Messages.Naming("values", "values has 0 elements, but its shape (m: 2, 2147483647) needs 4294967294."));
    }

    [Theory]
    [InlineData(3, -1, "n")]
    [InlineData(-1, 3, "m")]
    [InlineData(-1, 0, "m")]
    public void Invoke_WithNegativeDimensionThatIsAlsoAFactor_NamesIt(int m, int n, string culprit)
    {
        var (exception, entered) = Touching.Observe(() => Touching.Function<ProductAndOwnDimension>().Invoke(new byte[4], new byte[9], m, n));

        exception.Should().BeOfType<ArgumentOutOfRangeException>().Which.ParamName.Should().Be(culprit);
        entered.Should().BeFalse();
    }

    [Fact]
    public void Invoke_WithOptionalProduct_ChecksItUnlessEmpty()
    {
        var product = Touching.Function<OptionalProductOfInts>();

        Touching.Observe(() => product.Invoke([], int.MaxValue, int.MaxValue)).Should().Be((null, true));
        Touching.Observe(() => product.Invoke(new byte[6], 2, 3)).Should().Be((null, true));
        Message(() => product.Invoke(new byte[5], 2, 3)).Should().Be(Messages.Naming("values", "values has 5 elements, but its shape (m: 2, n: 3) needs 6."));
        Message(() => product.Invoke([], 2, -3)).Should().StartWith("The dimension n must not be negative.");
    }

    [Fact]
    public void Invoke_WithConstantShape_ThrowsBeforeTheCall()
    {
        Message(static () => Touching.Function<Spans.WeighThree>().Invoke([1, 2])).Should().Be(
            Messages.Naming("values", "values has 2 elements, but its shape (3) needs 3."));
        Message(static () => Touching.Function<Spans.RowsOfThree>().Invoke(new double[5], 2)).Should().Be(
            Messages.Naming("rows", "rows has 5 elements, but its shape (n: 2, 3) needs 6."));
    }

    [Fact]
    public void Invoke_WithoutTheDimensionAndLengthsThatDiffer_ThrowsBeforeTheCall()
    {
        Message(static () => Touching.Function<Spans.VectorMinus>().Invoke([1, 2, 3], [1, 2, 3], new double[4])).Should().Be(
            Messages.Naming("output", "output has 4 elements and x has 3, but both must have n elements. Pass spans of the same length, or pass n."));
        Message(static () => Touching.Function<Spans.Dot>().Invoke([1, 2, 3], [1])).Should().Be(
            Messages.Naming("y", "y has 1 element and x has 3, but both must have n elements. Pass spans of the same length, or pass n."));
    }

    [Fact]
    public void Invoke_WithGoodArguments_EntersTheFunction()
    {
        Touching.Observe(static () => Touching.Function<MatrixTransform>().Invoke(Six, new double[6], 3, 2)).Should().Be((null, true));
        Touching.Observe(static () => Touching.Function<MatrixTransform>().Invoke([], [], 0, int.MaxValue)).Should().Be((null, true));
    }

    /// <summary>The message of a call that did not enter its function.</summary>
    private static string? Message(Action call)
    {
        var (exception, entered) = Touching.Observe(call);
        entered.Should().BeFalse();
        return exception?.Message;
    }

    /// <summary>Over a function that writes to its output, and over one that counts its calls.</summary>
    private static void ShouldBeRefused<TException>(Action<NativeCallback<MatrixTransform>, double[]> call, string message)
        where TException : Exception
    {
        double[] output = [-1, -2, -3, -4, -5, -6];

        FluentActions.Invoking(() => call(Shim.Get<MatrixTransform>("matrix_double"), output)).Should().ThrowExactly<TException>()
            .Which.Message.Should().Be(message);

        output.Should().Equal(-1, -2, -3, -4, -5, -6);
        Message(() => call(Touching.Function<MatrixTransform>(), output)).Should().Be(message);
    }
}
