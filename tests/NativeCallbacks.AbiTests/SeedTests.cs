using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Runs;

namespace NativeCallbacks.AbiTests;

/// <summary>Some seeds of what the soak runs without end.</summary>
public class SeedTests
{
    private const int Signatures = 40;
    private const int Sets = 6;

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    public void Seed_CalledBothWaysByEveryCompiler_HasNoWrongByte(ulong seed)
    {
        var run = BatchRun.Of(Batch.Draw(seed, Signatures), Sets, ChildRuntime.Own, CCompiler.All);

        run.Failures.Select(static failure => failure.ToString()).Should().BeEmpty();
        run.Calls.Should().Be(run.Steps * Sets);
        run.Compared.Should().BeGreaterThan(run.Calls * 8, "nearly every call has arguments");
    }
}
