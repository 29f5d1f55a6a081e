using System;

namespace NativeCallbacks.PackageTests;

/// <summary>A test that takes minutes of processor time, and so runs in <c>tests/platforms.sh</c> alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PlatformsFactAttribute : FactAttribute
{
    public PlatformsFactAttribute() => Skip = Environment.GetEnvironmentVariable("NATIVECALLBACKS_PLATFORMS") == "1"
        ? null
        : "The publish compiles the whole framework, which takes minutes: tests/platforms.sh native-aot runs it.";
}
