namespace NativeCallbacks.Tests.MachineCode;

internal static class MachineCodeScenario
{
    public const string Name = "machine-code";

    public static void Play()
    {
    }
}
