using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Status;

/// <summary>Writes errno, and the result, of a call that takes the first two pooled buffers of the process.</summary>
internal static class LongTextsScenario
{
    public const string Name = "errno-of-first-long-texts";

    public static void Play()
    {
        var text = new string('x', 300);
        var result = Shim.Get<SetErrnoByTexts>("status_set_errno").Invoke(34, -5, text, text);
        Console.Write($"{Marshal.GetLastPInvokeError()} {result}");
    }
}
