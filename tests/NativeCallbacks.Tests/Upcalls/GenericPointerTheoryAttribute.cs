using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>A test that calls function pointers whose types are type parameters of a method. The library makes none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GenericPointerTheoryAttribute : TheoryAttribute
{
    private const int FirstRuntime = 9;

    /// <param name="reasonOnMono">Why the test is skipped on Mono, which can call the pointers.</param>
    public GenericPointerTheoryAttribute(string? reasonOnMono = null)
    {
        Skip = Mono.IsRunning
            ? reasonOnMono
            : Environment.Version.Major < FirstRuntime
                ? $"Before .NET {FirstRuntime}, the runtime cannot call an unmanaged function pointer over type parameters."
                : null;
    }
}
