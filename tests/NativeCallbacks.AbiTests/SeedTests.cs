using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Runs;

namespace NativeCallbacks.AbiTests;

/// <summary>Some seeds of what the soak runs without end, on each runtime.</summary>
public class SeedTests
{
    private const int Sets = 6;

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    public void Seed_CalledBothWaysByEveryCompiler_HasNoWrongByte(ulong seed) => Run(ChildRuntime.Own, seed, 40);

    [TheoryOnRuntime("net11.0")]
    [InlineData(1007)]
    public void Seed_OnNet11_HasNoWrongByte(ulong seed) => Run(ChildRuntime.Net11, seed, 30);

    [TheoryOnRuntime("linux-arm64")]
    [InlineData(1008)]
    public void Seed_OnLinuxArm64_HasNoWrongByte(ulong seed) => Run(ChildRuntime.LinuxArm64, seed, 20);

    /// <summary>With a struct as the result of <c>ThisCall</c>, which C++ returns differently than C there.</summary>
    [TheoryOnRuntime("win-x64")]
    [InlineData(1021)]
    public void Seed_OnWindowsX64_HasNoWrongByte(ulong seed) => Run(ChildRuntime.WindowsX64, seed, 20);

    [TheoryOnRuntime("net9.0")]
    [InlineData(1004)]
    public void Seed_OnNet9_HasNoWrongByte(ulong seed) => Run(ChildRuntime.Net9, seed, 30);

    [TheoryOnRuntime("net8.0")]
    [InlineData(1005)]
    public void Seed_OnNet8_HasNoWrongByte(ulong seed) => Run(ChildRuntime.Net8, seed, 30);

    [TheoryOnRuntime("mono")]
    [InlineData(1006)]
    public void Seed_OnMono_HasNoWrongByte(ulong seed) => Run(ChildRuntime.Mono, seed, 30);

    private static void Run(ChildRuntime runtime, ulong seed, int signatures)
    {
        var run = BatchRun.Of(Batch.Draw(seed, signatures, runtime.Machine), Sets, runtime, CCompiler.For(runtime.Machine));

        run.Runtime.Should().StartWith(runtime.Description);
        run.Failures.Select(static failure => failure.ToString()).Should().BeEmpty();
        run.Calls.Should().Be(run.Steps * Sets);
        run.Compared.Should().BeGreaterThan(run.Calls * 8, "nearly every call has arguments");
    }
}
