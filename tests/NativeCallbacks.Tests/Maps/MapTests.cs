using System;
using System.Linq;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Scalars;

namespace NativeCallbacks.Tests.Maps;

/// <summary>A scalar function over spans.</summary>
public class MapTests
{
    private static NativeCallback<DoubleOperation> TwiceMinus => Shim.Get<DoubleOperation>("scalar_double");

    [Fact]
    public void Map_OfTwoSpans_CallsForEachPairInOrder()
    {
        double[] a = [1, 2, 3, 4.5];
        double[] b = [10, 20, 30, 40];
        var results = new double[4];

        TwiceMinus.Map(a, b, results);

        results.Should().Equal(a.Zip(b, static (x, y) => (2 * x) - y));
    }

    [Fact]
    public void Map_OfNarrowIntegers_KeepsTheirSigns()
    {
        short[] a = [short.MaxValue, -3, 0];
        short[] b = [short.MaxValue, 5, -7];
        var results = new short[3];

        Shim.Get<ShortOperation>("scalar_int16").Map(a, b, results);

        results.Should().Equal(short.MaxValue, -11, 7);
    }

    [Fact]
    public void Map_IntoTheSpanOfAnArgument_ReadsEachElementBeforeItWrites()
    {
        double[] values = [1, 2, 3];

        TwiceMinus.Map(values, values, values);
        TwiceMinus.Map([5, 6, 7], values, values);

        values.Should().Equal(9, 10, 11);
    }

    [Fact]
    public void Map_OfEmptySpans_CallsNothing()
    {
        TwiceMinus.Invoking(static map => map.Map([], [], [])).Should().NotThrow();
    }

    [Fact]
    public void Map_WithSpansOfDifferentLengths_RefusesAndWritesNothing()
    {
        var results = new double[] { -1, -1, -1 };

        var shorterArgument = () => TwiceMinus.Map([1, 2, 3], [1, 2], results);
        var longerResults = () => TwiceMinus.Map([1, 2], [1, 2], results);

        shorterArgument.Should().Throw<ArgumentException>().WithParameterName("b").WithMessage("b has 2 elements, but a has 3. Pass spans of the same length.*");
        longerResults.Should().Throw<ArgumentException>().WithParameterName("results").WithMessage("results has 3 elements, but a has 2.*");
        results.Should().Equal(-1, -1, -1);
    }

    [Fact]
    public void Map_OfANullCallback_Refuses()
    {
        var map = () => default(NativeCallback<ScalarFunction>).Map([1], new double[1]);

        map.Should().Throw<InvalidOperationException>().WithMessage("*ScalarFunction*");
    }

    [Fact]
    public void Map_AllocatesNothing()
    {
        var values = Enumerable.Range(0, 1000).Select(static i => (double)i).ToArray();
        var callback = TwiceMinus;
        callback.Map(values, values, values);

        var before = GC.GetAllocatedBytesForCurrentThread();
        callback.Map(values, values, values);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
