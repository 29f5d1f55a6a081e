using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>A test that calls function pointers whose types are type parameters of a method. The library makes none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GenericPointerTheoryAttribute : TheoryAttribute
{
    private const int FirstRuntime = 9;

    public GenericPointerTheoryAttribute()
    {
        if (Environment.Version.Major < FirstRuntime)
        {
            Skip = $"Before .NET {FirstRuntime}, the runtime cannot call an unmanaged function pointer over type parameters.";
        }
    }
}
