using System.Threading.Tasks;
using NativeCallbacks.Processes;

namespace NativeCallbacks.LibraryTests;

/// <summary>The JVM, in a process of its own: it cannot be unloaded, and has signal handlers of its own.</summary>
public class JvmTests
{
    [JvmFact]
    public async Task Java_WhoseNativeMethodsAreHandlers_GetsTheirResults_AndTheirFaultsComeBack()
    {
        var start = ProcessRun.Start(AppContext.BaseDirectory, ProcessRun.DotNet, ["exec", typeof(JvmTests).Assembly.Location, JvmScenario.Name]);
        // The JVM's handler of SIGSEGV does not run on the alternate stack, as .NET's would, which it calls; unless .NET checks that,
        // a NullReferenceException in C# crashes the process.
        start.Environment["DOTNET_EnableAlternateStackCheck"] = "1";

        var run = await Task.Run(() => ProcessRun.Of(start));

        run.Should().Be(new ProcessRun(0, JvmScenario.Expected, ""));
    }

    [Fact]
    public async Task Program_WithoutAScenario_SaysSo()
    {
        var start = ProcessRun.Start(AppContext.BaseDirectory, ProcessRun.DotNet, ["exec", typeof(JvmTests).Assembly.Location]);

        var run = await Task.Run(() => ProcessRun.Of(start));

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("names a scenario");
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class JvmFactAttribute : FactAttribute
    {
        public JvmFactAttribute() => Skip = Jvm.FileName is null ? "No libjvm.so is below /usr/lib/jvm." : null;
    }
}
