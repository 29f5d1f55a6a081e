using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Benchmarks.Measuring;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>The .NET SDK beside the runtime that runs this program: found from there, whatever its version.</summary>
internal static class InstalledSdk
{
    /// <summary>What implements <c>[LibraryImport]</c>.</summary>
    public static ImmutableArray<string> LibraryImportFiles { get; } =
    [
        InTargetingPack("analyzers", "dotnet", "cs", "Microsoft.Interop.LibraryImportGenerator.dll"),
        InTargetingPack("analyzers", "dotnet", "cs", "Microsoft.Interop.SourceGeneration.dll"),
    ];

    /// <summary>The assemblies that projects for this version of .NET reference.</summary>
    public static ImmutableArray<string> ReferenceFiles { get; } =
        [.. Directory.GetFiles(InTargetingPack("ref", $"net{Environment.Version.ToString(2)}"), "*.dll")];

    /// <summary>The C# compiler.</summary>
    public static string CompilerFile => Path.Combine(Newest(Path.Combine(TimedProcess.DotNetRoot, "sdk")), "Roslyn", "bincore", "csc.dll");

    /// <summary>What implements <c>[LibraryImport]</c>, loaded.</summary>
    public static AnalyzerFileReference LibraryImport { get; } = new(LibraryImportFiles[0], new FileLoader());

    private static string InTargetingPack(params string[] parts) =>
        Path.Combine([Newest(Path.Combine(TimedProcess.DotNetRoot, "packs", "Microsoft.NETCore.App.Ref")), .. parts]);

    /// <summary>The newest version of those in a folder that belongs to the runtime.</summary>
    private static string Newest(string folder) => Directory.GetDirectories(folder, $"{Environment.Version.Major}.*")
        .OrderBy(static version => Version.TryParse(Path.GetFileName(version), out var number) ? number : new Version())
        .LastOrDefault() ?? throw new DirectoryNotFoundException($"{folder} has nothing for .NET {Environment.Version.Major}. Install its SDK, not the runtime alone.");

    /// <summary>What else a file needs is beside it, or this program's.</summary>
    private sealed class FileLoader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
