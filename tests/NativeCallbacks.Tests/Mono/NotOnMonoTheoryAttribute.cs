using System;

namespace NativeCallbacks.Tests;

/// <summary>Tests of what Mono does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOnMonoTheoryAttribute : TheoryAttribute
{
    public NotOnMonoTheoryAttribute(string reason)
    {
        if (Mono.IsRunning)
        {
            Skip = reason;
        }
    }
}
