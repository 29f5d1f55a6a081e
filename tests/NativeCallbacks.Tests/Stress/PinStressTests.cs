using System.Text.Json;
using System.Threading.Tasks;
using NativeCallbacks.Processes;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.Stress;

/// <summary>The pins of a call hold under every collector and every JIT; the control shows that without them data is lost.</summary>
public class PinStressTests
{
    /// <summary>Server collector, tiered compilation, bytes of generation 0 in hexadecimal ("" is what the runtime thinks best).</summary>
    public static TheoryData<string, string, string> Settings => new()
    {
        { "0", "0", "" },
        { "0", "1", "" },
        { "1", "0", "" },
        { "1", "1", "" },
        { "0", "1", SmallGeneration },
        { "1", "0", SmallGeneration },
    };

    private const string SmallGeneration = "10000"; // 64 KiB, the least that the runtime takes

    [Theory]
    [MemberData(nameof(Settings))]
    [Trait(Soak.Category, Soak.Repeated)]
    public async Task Invoke_WhileTheHeapMovesInEveryCall_ReadsAndWritesTheArraysThatItWasGiven(string server, string tiered, string generation)
    {
        var child = await PlayAsync("1", server, tiered, generation);

        child.ExitCode.Should().Be(0, child.Errors);
        var report = JsonSerializer.Deserialize<PinStressScenario.Report>(child.Output)!;
        (report.Collecting.Right, report.Collecting.Wrong).Should().Be((PinStressScenario.CallsPerThread, 0));
        (report.Compacting.Right, report.Compacting.Wrong).Should().Be((PinStressScenario.CallsPerThread * PinStressScenario.Threads, 0));
        report.Compacting.Moved.Should().BePositive("the heap must move for the test to mean anything");
        report.IsServer.Should().Be(server == "1" && !Platform.IsNativeAot, "a program that NativeAOT compiled has the collector of its build");
        if (generation == SmallGeneration)
        {
            report.Collecting.Collected.Should().BePositive("so small a generation 0 is collected during calls");
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task RawCallWithoutPins_UnderTheSameStress_LosesDataOrCrashes(string server, string tiered, string generation)
    {
        var child = await PlayAsync("0", server, tiered, generation);

        if (child.ExitCode == 0)
        {
            var report = JsonSerializer.Deserialize<PinStressScenario.Report>(child.Output)!;
            report.Compacting.Wrong.Should().BePositive();
            if (generation == SmallGeneration)
            {
                report.Collecting.Wrong.Should().BePositive();
            }
        }
        else
        {
            // It wrote over another object, and the collector tripped over that: SIGABRT or SIGSEGV.
            child.ExitCode.Should().BeOneOf(Platform.ExitCodesOfCorruptHeaps, child.Errors);
        }
    }

    private static Task<ProcessRun> PlayAsync(string isPinned, string server, string tiered, string generation)
    {
        (string, string)[] environment =
        [
            (PinStressScenario.IsPinned, isPinned), ("DOTNET_gcServer", server), ("DOTNET_TieredCompilation", tiered),
        ];
        return ChildProcess.PlayAsync(PinStressScenario.Name, generation == "" ? environment : [.. environment, ("DOTNET_GCgen0size", generation)]);
    }
}
