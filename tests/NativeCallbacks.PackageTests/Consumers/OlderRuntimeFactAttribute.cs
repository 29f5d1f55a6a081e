using System;
using System.IO;

namespace NativeCallbacks.PackageTests.Consumers;

/// <summary>A test that runs a program on one of the runtimes that <c>.build/runtimes</c> gathers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OlderRuntimeFactAttribute : FactAttribute
{
    public OlderRuntimeFactAttribute()
    {
        Skip = File.Exists(Host)
            ? null
            : "The older .NET runtimes are not here. Run: dotnet build .build/runtimes/runtimes.csproj -t:GatherRuntimes";
    }

    /// <summary>The <c>dotnet</c> command that runs a program on the runtime that it was built for.</summary>
    internal static string Host { get; } = Path.Combine(PackedLibrary.RepositoryRoot, "artifacts", "dotnet", "dotnet");
}
