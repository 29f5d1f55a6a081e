using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>So large that one call is an iteration, and that it does not matter who makes it.</summary>
[WarmupCount(20), IterationCount(30), InvocationCount(1, unrollFactor: 1)]
public class LargeMatrix : MatrixCalls
{
    public static MatrixShape[] Shapes { get; } = [new(1000, 1000)];

    [ParamsSource(nameof(Shapes))]
    public override MatrixShape Shape { get; set; }
}
