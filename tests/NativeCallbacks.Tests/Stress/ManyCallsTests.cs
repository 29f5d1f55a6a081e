using NativeCallbacks.Tests.Scalars;

namespace NativeCallbacks.Tests.Stress;

/// <summary>So many calls that one wrong result in a hundred million is seen.</summary>
public class ManyCallsTests
{
    private const uint Seed = 12345;

    [Fact]
    [Trait(Soak.Category, Soak.Repeated)]
    public void Invoke_OfAllCalls_GivesTheChecksumThatArithmeticGives()
    {
        var minus = Shim.Get<IntOperation>("scalar_int32");
        var calls = Soak.Times(usual: 1_000_000, soaking: 100_000_000);
        var (state, actual) = (Seed, 0L);
        for (var i = 0; i < calls; i++)
        {
            actual = Add(actual, minus.Invoke(Next(ref state), Next(ref state)));
        }

        actual.Should().Be(Checksum(calls));
    }

    /// <summary>Without a call: the results are 2 * a - b, and wrap.</summary>
    private static long Checksum(int calls)
    {
        var (state, sum) = (Seed, 0L);
        for (var i = 0; i < calls; i++)
        {
            sum = Add(sum, unchecked((2 * Next(ref state)) - Next(ref state)));
        }

        return sum;
    }

    /// <summary>Since 31 is odd, no wrong result is ever multiplied away.</summary>
    private static long Add(long sum, int result) => unchecked((31 * sum) + result);

    /// <summary>A linear congruential generator; the constants are those of Numerical Recipes.</summary>
    private static int Next(ref uint state) => unchecked((int)(state = (state * 1664525) + 1013904223));
}
