using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace NativeCallbacks.PackageTests;

/// <summary>What is in the package, by name.</summary>
[Collection(PackedLibrary.Collection)]
public class PackageContentTests(PackedLibrary library)
{
    [Fact]
    public void Package_HoldsTheLibraryForEachTargetTheGeneratorTheCodeFixesAndTheDocs_AndNothingElse()
    {
        Entries(library.Package).Should().Equal(
            "LICENSE",
            "NativeCallbacks.nuspec",
            "README.md",
            "analyzers/dotnet/cs/NativeCallbacks.CodeFixes.dll",
            "analyzers/dotnet/cs/NativeCallbacks.Generators.dll",
            "lib/net10.0/NativeCallbacks.dll",
            "lib/net10.0/NativeCallbacks.xml",
            "lib/net8.0/NativeCallbacks.dll",
            "lib/net8.0/NativeCallbacks.xml",
            "lib/netstandard2.0/NativeCallbacks.dll",
            "lib/netstandard2.0/NativeCallbacks.xml");
    }

    [Fact]
    public void SymbolPackage_HoldsTheSymbolsOfEachTarget()
    {
        Entries(library.Symbols).Should().Equal(
            "NativeCallbacks.nuspec",
            "lib/net10.0/NativeCallbacks.pdb",
            "lib/net8.0/NativeCallbacks.pdb",
            "lib/netstandard2.0/NativeCallbacks.pdb");
    }

    [Fact]
    public void SecondPack_OfTheSameCommit_IsEqualByteForByte()
    {
        var folder = Directory.CreateTempSubdirectory("ncb-pack-").FullName;
        try
        {
            PackedLibrary.Pack(folder);

            foreach (var package in new[] { library.Package, library.Symbols })
            {
                File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(package))).Should().Equal(File.ReadAllBytes(package));

                // Packs in quick succession could bear one time by chance, but not that of an earlier commit.
                using var archive = ZipFile.OpenRead(package);
                archive.Entries.Select(static entry => entry.LastWriteTime.DateTime).Distinct().Should().ContainSingle()
                    .Which.Should().BeBefore(File.GetLastWriteTimeUtc(package) - TimeSpan.FromSeconds(2));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The entries, without those of the container format.</summary>
    private static string[] Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)
            .ToArray();
    }
}
