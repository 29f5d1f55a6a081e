using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace NativeCallbacks.Processes;

/// <summary>Members of the framework's types that .NET has, as far as <see cref="ProcessRun"/> uses them.</summary>
internal static class ProcessMembers
{
    extension(ProcessStartInfo start)
    {
        public IEnumerable<string> ArgumentList => [start.Arguments];
    }

    extension(Process process)
    {
        public bool WaitForExit(TimeSpan timeout) => process.WaitForExit((int)timeout.TotalMilliseconds);

        /// <summary>The process alone: no scenario starts another.</summary>
        public void Kill(bool entireProcessTree) => process.Kill();
    }
}
