using System;
using System.IO;
using System.Linq;
using System.Reflection;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>The package, packed once for all tests into a feed of its own, outside the repository.</summary>
[CollectionDefinition(Collection)]
public sealed class PackedLibrary : IDisposable, ICollectionFixture<PackedLibrary>
{
    /// <summary>The tests that share the package.</summary>
    public const string Collection = "The packed library";

    public PackedLibrary()
    {
        Feed = Directory.CreateTempSubdirectory("ncb-feed-").FullName;
        Pack(Feed);
        Package = Directory.GetFiles(Feed, "*.nupkg").Single();
        Symbols = Directory.GetFiles(Feed, "*.snupkg").Single();
    }

    /// <summary>The repository that the tests were built from.</summary>
    public static string RepositoryRoot => Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>Debug or Release, as the tests were built, and what they run with them.</summary>
    public static string Configuration => Metadata("Configuration");

    /// <summary>The folder with the package.</summary>
    public string Feed { get; }

    /// <summary>The path of the package.</summary>
    public string Package { get; }

    /// <summary>The path of the package with symbols.</summary>
    public string Symbols { get; }

    /// <summary>The version in the package's name.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["NativeCallbacks.".Length..];

    /// <summary>Packs what is built, as a release does.</summary>
    public static void Pack(string folder)
    {
        string[] arguments = ["pack", "src/NativeCallbacks/NativeCallbacks.csproj", "--no-build", "-c", Configuration, "-o", folder];
        var packing = ProcessRun.Of(ProcessRun.Start(RepositoryRoot, ProcessRun.DotNet, arguments));
        packing.ExitCode.Should().Be(0, packing.Output);
    }

    public void Dispose() => Directory.Delete(Feed, recursive: true);

    private static string Metadata(string key) => typeof(PackedLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
