using System;

namespace NativeCallbacks.Tests.ChildProcesses;

/// <summary>Writes the value of an environment variable, so that a test sees that a child runs as requested.</summary>
internal static class EchoScenario
{
    public const string Name = "echo";
    public const string Variable = "NATIVECALLBACKS_ECHO";

    public static void Play() => Console.Write(Environment.GetEnvironmentVariable(Variable));
}
