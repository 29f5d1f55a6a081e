using System.Threading.Tasks;
using NativeCallbacks.Processes;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>The end of the process.</summary>
public class ExitTests
{
    [NotOnMonoFact(Mono.NoEndUnderCalls)]
    public async Task Process_ThatEndsWhileNativeThreadsCallHandlers_EndsWell()
    {
        var child = await ChildProcess.PlayAsync(ExitScenario.Name);

        child.Should().Be(new ProcessRun(0, ExitScenario.Ran, ""));
    }
}
