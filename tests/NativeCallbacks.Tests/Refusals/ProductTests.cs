using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using static NativeCallbacks.Tests.Scalars.MachineInteger;

namespace NativeCallbacks.Tests.Refusals;

/// <summary>
/// Products of dimensions at the values where a product of machine integers would wrap: a call is refused exactly when the
/// product in unbounded integers says so. ShapeArithmeticTests has the dimensions of every other width.
/// </summary>
public class ProductTests
{
    private static readonly byte[] Bytes = new byte[6];

    private static readonly BigInteger[] Candidates =
    [
        -3, -2, -1, 0, 1, 2, 3, 6, 7, 46341, 65535, 65536, (1L << 31) - 1, 1L << 31, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, 1L << 62,
        new(6148914691236517206), // times 3 is 2 mod 2⁶⁴
    ];

    [Fact]
    public void Invoke_WithInts_RefusesExactlyWhatIsTooMuch() =>
        ShouldRefuse<int, int>(static (m, n) => Touching.Function<ProductOfInts>().Invoke(Bytes, m, n));

    [Fact]
    public void Invoke_WithUIntLongAndInt_RefusesExactlyWhatIsTooMuch() => ShouldRefuse(
        ValuesOf<uint>(), ValuesOf<long>(), ValuesOf<int>(), static (m, n, k) => Touching.Function<ProductOfUIntLongAndInt>().Invoke(Bytes, m, n, k));

    private static void ShouldRefuse<TM, TN>(Action<TM, TN> call)
        where TM : unmanaged
        where TN : unmanaged =>
        ShouldRefuse(ValuesOf<TM>(), ValuesOf<TN>(), [1], (m, n, _) => call(m, n));

    private static void ShouldRefuse<TM, TN, TK>(TM[] ms, TN[] ns, TK[] ks, Action<TM, TN, TK> call)
        where TM : unmanaged
        where TN : unmanaged
        where TK : unmanaged
    {
        var wrong = new List<string>();
        var (refused, entered) = (0, 0);
        foreach (var (m, n, k) in from m in ms from n in ns from k in ks select (m, n, k))
        {
            BigInteger[] dimensions = [Value(m), Value(n), Value(k)];
            var expected = dimensions.Any(static dimension => dimension.Sign < 0) ? typeof(ArgumentOutOfRangeException)
                : dimensions.Aggregate(BigInteger.Multiply) > Bytes.Length ? typeof(ArgumentException)
                : null;
            var outcome = Touching.Observe(() => call(m, n, k));
            if (outcome.Exception?.GetType() != expected || outcome.Entered != (expected is null))
            {
                wrong.Add($"({m}, {n}, {k}): {outcome.Exception?.Message ?? "accepted"}");
            }

            _ = expected is null ? entered++ : refused++;
        }

        wrong.Should().BeEmpty();
        refused.Should().BePositive();
        entered.Should().BePositive();
    }

    /// <summary>The candidates that the type can hold, and its extremes.</summary>
    private static T[] ValuesOf<T>()
        where T : unmanaged =>
        [.. Candidates.Where(static value => value == Value(Wrap<T>(value))).Select(Wrap<T>), Least<T>(), Greatest<T>()];
}
