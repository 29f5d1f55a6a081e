using System;

namespace NativeCallbacks.Tests;

/// <summary>A test of what Mono does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOnMonoFactAttribute : FactAttribute
{
    public NotOnMonoFactAttribute(string reason)
    {
        if (Mono.IsRunning)
        {
            Skip = reason;
        }
    }
}
