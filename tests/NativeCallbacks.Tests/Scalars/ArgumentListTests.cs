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
