using System;
using NativeCallbacks.Tests.Addresses;
using NativeCallbacks.Tests.ChildProcesses;
using NativeCallbacks.Tests.Stress;
using NativeCallbacks.Tests.Upcalls;
#if NET
using NativeCallbacks.Tests.MachineCode;
using NativeCallbacks.Tests.Status;
#endif

namespace NativeCallbacks.Tests;

/// <summary>
/// The assembly as a program: what must be seen from outside (machine code, a crash) plays in a child process, as a
/// scenario that the first argument names. It also runs the tests themselves, for tests/platforms.sh.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        Platform.WriteUtf8();
        switch (arguments)
        {
            case [EchoScenario.Name]:
                EchoScenario.Play();
                return 0;
            case [WrongAddressScenario.Name]:
                WrongAddressScenario.Play();
                return 0;
            case [ExitScenario.Name]:
                ExitScenario.Play();
                return 0;
            case [GuardPageScenario.Name]:
                GuardPageScenario.Play();
                return 0;
#if NET
            case [LongTextsScenario.Name]:
                LongTextsScenario.Play();
                return 0;
            case [PinStressScenario.Name]:
                PinStressScenario.Play();
                return 0;
            case [MachineCodeScenario.Name]:
                MachineCodeScenario.Play();
                return 0;
            case [TestRunner.Name, var results]:
                return TestRunner.Run(results);
            case [TestRunner.Name, var results, var filter]:
                return TestRunner.Run(results, filter);
#endif
            default:
                Console.Error.WriteLine("The first argument names a scenario. The tests run with: dotnet test");
                return 2;
        }
    }
}
