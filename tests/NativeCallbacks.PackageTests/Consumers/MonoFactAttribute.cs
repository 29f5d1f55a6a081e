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
        Skip = Host is null ? "Mono is not here, or has no netstandard.dll. Run: sudo apt-get install -y mono-devel" : null;
    }

    /// <summary>
    /// The first <c>mono</c> command on the path that can load libraries of netstandard, for which Debian's mono-runtime alone
    /// lacks the facade; null where there is none.
    /// </summary>
    internal static string? Host { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(static folder => File.Exists(Path.Combine(folder, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll")))
        .Select(static folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);
}
