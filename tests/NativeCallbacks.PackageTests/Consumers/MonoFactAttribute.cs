using System;
using System.IO;
using System.Linq;

namespace NativeCallbacks.PackageTests.Consumers;

/// <summary>A test that runs a program on Mono.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        Skip = Host is null ? "Mono is not here. Run: sudo apt-get install -y mono-devel" : null;
    }

    /// <summary>The <c>mono</c> command that is first on the path; null where there is none.</summary>
    internal static string? Host { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(static folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);
}
