using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Scalars;

/// <summary>Argument lists that no registers hold, and empty ones. Argument i weighs i.</summary>
public class ArgumentListTests
{
    [Fact]
    public void Invoke_WithTwentyMixedArguments_PassesEachInItsPlace()
    {
        double[] arguments = [-101, 0.5, -3, 2.25, 1L << 40, -7.75, -30000, 8.5, 250, 10.25, 4e9, -12.5, -2e9, 14.5, 65000, 16.25, 17, -18.5, 19, 20.75];

        var result = Shim.Get<Mixed20>("mixed_double_20").Invoke(
            -101, 0.5, -3, 2.25f, 1L << 40, -7.75, -30000, 8.5f, 250, 10.25, 4_000_000_000, -12.5f,
            new CLong(-2_000_000_000), 14.5, 65000, 16.25f, 17, -18.5, 19, 20.75f);

        result.Should().Be(Weigh(arguments));
    }

    [Fact]
    public void Invoke_WithTwentyMixedArgumentsAndIntegerResult_PassesEachInItsPlace()
    {
        long[] truncated = [-101, 0, -3, 2, 1L << 40, -7, -30000, 8, 250, 10, 4_000_000_000, -12, 13, 14, 65000, 16, 17, -18, 19, 20];

        var result = Shim.Get<MixedLong20>("mixed_int64_20").Invoke(
            -101, 0.5, -3, 2.25f, 1L << 40, -7.75, -30000, 8.5f, 250, 10.25, 4_000_000_000, -12.5f,
            new CLong(13), 14.5, 65000, 16.25f, 17, -18.5, 19, 20.75f);

        result.Should().Be(truncated.Select(static (value, index) => (index + 1) * value).Sum());
    }

    [Fact]
    public void Invoke_WithTwentyFourDoubles_PassesEachInItsPlace()
    {
        var result = Shim.Get<Doubles24>("mixed_doubles_24").Invoke(
            1.5, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 13, -14, 15, -16, 17, -18, 19, -20, 21, -22, 23, -24.25);

        result.Should().Be(Weigh([1.5, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 13, -14, 15, -16, 17, -18, 19, -20, 21, -22, 23, -24.25]));
    }

    [Fact]
    public void Invoke_WithTenFloats_PassesEachInItsPlace()
    {
        var result = Shim.Get<Floats10>("mixed_floats_10").Invoke(1.5f, -2, 3, -4, 5, -6, 7, -8, 9.25f, -10.5f);

        result.Should().Be(Weigh([1.5, -2, 3, -4, 5, -6, 7, -8, 9.25, -10.5]));
    }

    [Fact]
    public void Invoke_WithNarrowIntegersOnTheStack_ExtendsEachByItsSign()
    {
        var result = Shim.Get<NarrowOnStack>("mixed_narrow_on_stack").Invoke(
            1, -2, 3, -4, 5, -6, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, -1, 14);

        long[] arguments = [1, -2, 3, -4, 5, -6, -128, 255, -32768, 65535, int.MinValue, uint.MaxValue, -1, 14];
        result.Should().Be(arguments.Select(static (value, index) => (index + 1) * value).Sum());
    }

    [Fact]
    public void Invoke_WithoutArguments_ReturnsTheResult()
    {
        Shim.Get<NoArguments>("mixed_no_arguments").Invoke().Should().Be(-1234567);
    }

    [Fact]
    public void Invoke_WithoutArgumentsAndResult_EntersTheFunctionOnce()
    {
        var touched = Shim.Get<NoArguments>("mixed_touched");
        var before = touched.Invoke();

        Shim.Get<Touch>("mixed_touch").Invoke();

        touched.Invoke().Should().Be(before + 1);
    }

    private static double Weigh(double[] arguments) => arguments.Select(static (value, index) => (index + 1) * value).Sum();
}
