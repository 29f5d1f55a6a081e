using System.Threading;
using NativeCallbacks.Numerics;
using ParallelSample;

namespace NativeCallbacks.SampleTests;

/// <summary>samples/Parallel/PartwiseMap.cs, with a function that counts how often it is called with which number.</summary>
public sealed class PartwiseMapTests
{
    private const int PartLength = 10;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(PartLength, 1)]
    [InlineData(PartLength + 1, 2)]
    [InlineData(4321, 433)]
    public void Run_OfAnyLength_MapsEachElementOnceAndTellsOfEachPartOnce(int length, int parts)
    {
        using var function = new CountingFunction(length);
        var reported = new int[parts + 1];
        var output = new double[length];
        var map = new PartwiseMap(function.Callback, Numbers(length), output, PartLength);

        map.Run(new Observer(mapped => Interlocked.Increment(ref reported[mapped])), CancellationToken.None);

        output.Should().Equal(Numbers(length).Select(CountingFunction.ValueAt));
        function.Calls.Should().Equal(Enumerable.Repeat(1, length));
        map.MappedCount.Should().Be(parts);
        reported.Should().Equal(Enumerable.Range(0, parts + 1).Select(static count => count == 0 ? 0 : 1));
    }

    [Fact]
    public void Run_ThatIsCancelled_LeavesNoPartHalfMappedAndGoesOnWithTheRest()
    {
        const int Length = 100_007;
        using var function = new CountingFunction(Length);
        using var source = new CancellationTokenSource();
        var output = new double[Length];
        output.AsSpan().Fill(-1);
        var map = new PartwiseMap(function.Callback, Numbers(Length), output, PartLength);
        var cancelled = () => map.Run(
            new Observer(mapped =>
            {
                if (mapped >= 3)
                {
                    source.Cancel();
                }
            }),
            source.Token);

        cancelled.Should().Throw<OperationCanceledException>();

        map.MappedCount.Should().BeInRange(3, map.Count - 1);
        Enumerable.Range(0, map.Count).Count(map.IsMapped).Should().Be(map.MappedCount);
        var expected = Enumerable.Range(0, Length).Select(i => map.IsMapped(i / PartLength) ? CountingFunction.ValueAt(i) : -1);
        output.SequenceEqual(expected).Should().BeTrue("mapped parts are whole, and the others untouched");

        map.Run(new Observer(static _ => { }), CancellationToken.None);

        output.SequenceEqual(Numbers(Length).Select(CountingFunction.ValueAt)).Should().BeTrue();
        function.Calls.Should().OnlyContain(static count => count == 1, "what was mapped is not mapped again");
    }

    [Fact]
    public void Run_CancelledBefore_MapsNothing()
    {
        using var function = new CountingFunction(PartLength);
        var map = new PartwiseMap(function.Callback, Numbers(PartLength), new double[PartLength], PartLength);

        map.Invoking(static map => map.Run(new Observer(static _ => { }), new CancellationToken(canceled: true)))
            .Should().Throw<OperationCanceledException>();

        map.MappedCount.Should().Be(0);
        function.Calls.Should().OnlyContain(static count => count == 0);
    }

    /// <summary>0, 1, 2, …</summary>
    private static double[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(static i => (double)i)];

    /// <summary>A native function of the numbers 0 … length − 1, which several threads may call.</summary>
    private sealed class CountingFunction : IDisposable
    {
        private readonly ManagedCallback<ScalarFunction> _function;

        public CountingFunction(int length)
        {
            Calls = new int[length];
            ScalarFunction function = x =>
            {
                Interlocked.Increment(ref Calls[(int)x]);
                return ValueAt(x);
            };
            _function = function.ToManagedCallback();
        }

        public int[] Calls { get; }

        public NativeCallback<ScalarFunction> Callback => _function.Callback;

        public static double ValueAt(double x) => x * x - 3 * x;

        public void Dispose() => _function.Dispose();
    }
}
