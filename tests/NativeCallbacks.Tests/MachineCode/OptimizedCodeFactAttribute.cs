using System;
using System.Diagnostics;
using System.Reflection;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>A test of machine code, which only a Release build has, and which is known for two processors and two JITs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OptimizedCodeFactAttribute : FactAttribute
{
    private const int OldestRuntime = 10;
    private const int NewestRuntime = 11;

    public OptimizedCodeFactAttribute()
    {
        Skip = Obstacle;
    }

    /// <summary>Why there is nothing to compare here; null where there is.</summary>
    internal static string? Obstacle =>
        IsUnoptimized(typeof(OurTwins).Assembly) || IsUnoptimized(typeof(NativeSignatureAttribute).Assembly)
            ? "A Debug build has no optimized code. Run: dotnet test -c Release"
            : Platform.IsNativeAot
                ? "NativeAOT compiles ahead of time; the comparison reads the listings of a JIT."
            : !OperatingSystem.IsLinux() || Processor.Current is null
                ? "The comparison knows x86-64 and Arm64 on Linux only."
                : Environment.Version.Major is < OldestRuntime or > NewestRuntime
                    ? $"The comparison knows the JITs of .NET {OldestRuntime} and {NewestRuntime} only."
                    : null;

    private static bool IsUnoptimized(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;
}
