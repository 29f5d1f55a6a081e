using System.Threading.Tasks;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.Stress;

/// <summary>A call touches the elements of its spans and nothing beside them; the control steps over the edge.</summary>
public class GuardPageTests
{
    [Fact]
    public async Task Invoke_WithSpansBetweenForbiddenPages_TouchesNeither()
    {
        var child = await ChildProcess.PlayAsync(GuardPageScenario.Name, (GuardPageScenario.Excess, "none"));

        child.ExitCode.Should().Be(0, child.Errors);
        child.Output.Should().Be(GuardPageScenario.AllRight + GuardPageScenario.Returned);
    }

    [Theory]
    [InlineData("input, before")]
    [InlineData("input, behind")]
    [InlineData("output, before")]
    [InlineData("output, behind")]
    public async Task Invoke_WithASpanThatReachesOneElementFurther_EndsTheProcess(string excess)
    {
        var child = await ChildProcess.PlayAsync(GuardPageScenario.Name, (GuardPageScenario.Excess, excess));

        child.ExitCode.Should().BeOneOf(Platform.ExitCodesOfForbiddenMemory);
        child.Output.Should().Be(GuardPageScenario.AllRight);
    }
}
