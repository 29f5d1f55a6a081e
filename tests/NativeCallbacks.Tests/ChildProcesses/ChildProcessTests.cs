using System.Threading.Tasks;
using NativeCallbacks.Processes;

namespace NativeCallbacks.Tests.ChildProcesses;

/// <summary>The way in which other tests play scenarios.</summary>
public class ChildProcessTests
{
    [Fact]
    public async Task Play_OfAnUnknownScenario_ReportsExitCodeAndError()
    {
        var child = await ChildProcess.PlayAsync("no such scenario");

        child.ExitCode.Should().Be(2);
        child.Output.Should().BeEmpty();
        child.Errors.Should().Contain("names a scenario");
    }

    [Fact]
    public async Task Play_WithEnvironment_PassesItOn()
    {
        var child = await ChildProcess.PlayAsync(EchoScenario.Name, (EchoScenario.Variable, "żółw"));

        child.Should().Be(new ProcessRun(0, "żółw", ""));
    }
}
