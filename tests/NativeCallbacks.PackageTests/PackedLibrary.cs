using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>The package, packed once for all tests into a feed of its own, outside the repository.</summary>
[CollectionDefinition(Collection)]
public sealed class PackedLibrary : IDisposable, ICollectionFixture<PackedLibrary>
{
    /// <summary>The tests that share the package.</summary>
    public const string Collection = "The packed library";

    /// <summary>Where the package says that the repository is; nothing looks there.</summary>
    public const string RepositoryUrl = "https://example.org/owner/native-callbacks";

    private readonly string _folder;
    private readonly Lazy<BuiltConsumers> _built;
    private readonly Dictionary<string, string> _made = [];

    public PackedLibrary()
    {
        _folder = Directory.CreateTempSubdirectory("ncb-package-").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        Pack(RepositoryRoot, Feed, "--no-build", $"-p:RepositoryUrl={RepositoryUrl}");
        Package = Directory.GetFiles(Feed, "*.nupkg").Single();
        Symbols = Directory.GetFiles(Feed, "*.snupkg").Single();
        Consumers = Directory.CreateDirectory(Path.Combine(_folder, "consumers")).FullName;
        _built = new(() => new BuiltConsumers(this));
    }

    /// <summary>The repository that the tests were built from.</summary>
    public static string RepositoryRoot => Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>Debug or Release, as the tests were built, and what they run with them.</summary>
    public static string Configuration => Metadata("Configuration");

    /// <summary>The folder with the package.</summary>
    public string Feed { get; }

    /// <summary>
    /// Where consumers unpack what they restore. It is of this run alone, so that no earlier build of the same version stands
    /// in for the one under test.
    /// </summary>
    public string Packages => Path.Combine(_folder, "packages");

    /// <summary>The folder of the projects that know the package alone.</summary>
    public string Consumers { get; }

    /// <summary>The path of the package.</summary>
    public string Package { get; }

    /// <summary>The path of the package with symbols.</summary>
    public string Symbols { get; }

    /// <summary>The version in the package's name.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["NativeCallbacks.".Length..];

    /// <summary>One of the consumers that are built together.</summary>
    internal Consumer Built(string name) => _built.Value[name];

    /// <summary>A file that several tests use, and the first of them makes. The tests of the collection run one after the other.</summary>
    /// <param name="name">The name.</param>
    /// <param name="make">Makes the file, and returns where it is.</param>
    internal string Once(string name, Func<string> make) => _made.TryGetValue(name, out var made) ? made : _made[name] = make();

    /// <summary>A text in the package.</summary>
    public string ReadText(string entry)
    {
        using var archive = ZipFile.OpenRead(Package);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Packs what is in a copy of the repository, as a release does.</summary>
    /// <param name="repository">The copy.</param>
    /// <param name="folder">Where the package is put.</param>
    /// <param name="options">More arguments of <c>dotnet pack</c>.</param>
    public static void Pack(string repository, string folder, params string[] options)
    {
        string[] arguments = ["pack", "src/NativeCallbacks/NativeCallbacks.csproj", "-c", Configuration, "-o", folder, .. options];
        var packing = ProcessRun.Of(ProcessRun.Start(repository, ProcessRun.DotNet, arguments));
        packing.ExitCode.Should().Be(0, packing.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Metadata(string key) => typeof(PackedLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
