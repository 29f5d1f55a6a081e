using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace NativeCallbacks.PackageTests;

/// <summary>What is in the package, and what it says of itself.</summary>
[Collection(PackedLibrary.Collection)]
public class PackageContentTests(PackedLibrary library)
{
    [Fact]
    public void Package_HoldsTheLibraryForEachTargetTheGeneratorTheCodeFixesTheDocsAndItsProperties_AndNothingElse()
    {
        Entries(library.Package).Should().Equal(
            "LICENSE",
            "NativeCallbacks.nuspec",
            "README.md",
            "analyzers/dotnet/cs/NativeCallbacks.CodeFixes.dll",
            "analyzers/dotnet/cs/NativeCallbacks.Generators.dll",
            "build/NativeCallbacks.props",
            "buildTransitive/NativeCallbacks.props",
            "icon.png",
            "lib/net10.0/NativeCallbacks.dll",
            "lib/net10.0/NativeCallbacks.xml",
            "lib/net8.0/NativeCallbacks.dll",
            "lib/net8.0/NativeCallbacks.xml",
            "lib/netstandard2.0/NativeCallbacks.dll",
            "lib/netstandard2.0/NativeCallbacks.xml");
    }

    [Fact]
    public void Package_DependsOnSystemMemoryForNetStandard_AndOnNothingElse()
    {
        var metadata = Metadata();
        var space = metadata.Name.Namespace;

        metadata.Element(space + "dependencies")!.Elements()
            .Select(static group => $"{group.Attribute("targetFramework")!.Value}: {string.Join(' ', group.Elements().Select(static element => element.Attribute("id")!.Value))}")
            .Should().Equal("net10.0: ", "net8.0: ", ".NETStandard2.0: System.Memory");
        metadata.Elements().Select(static element => element.Name.LocalName)
            .Should().NotContain(["frameworkAssemblies", "frameworkReferences", "contentFiles"]);
    }

    [Fact]
    public void License_InThePackage_IsThatOfTheRepository()
    {
        Read(library.Package, "LICENSE", Bytes).Should().Equal(File.ReadAllBytes(Path.Combine(PackedLibrary.RepositoryRoot, "LICENSE")));
    }

    [Fact]
    public void Icon_IsAPictureOf128By128()
    {
        var picture = Read(library.Package, "icon.png", Bytes);

        picture[..8].Should().Equal([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        // Width and height, at the beginning of the first chunk.
        picture[16..24].Should().Equal([0, 0, 0, 128, 0, 0, 0, 128]);
    }

    [Fact]
    public void Metadata_NamesIconReadmeAndRepository_AndHasTheReleaseNotesOfTheVersion()
    {
        var metadata = Metadata();
        string Value(string name) => metadata.Element(metadata.Name.Namespace + name)!.Value;

        Value("icon").Should().Be("icon.png");
        Value("readme").Should().Be("README.md");
        Value("projectUrl").Should().Be(PackedLibrary.RepositoryUrl);
        metadata.Element(metadata.Name.Namespace + "repository")!.Attribute("url")!.Value.Should().Be(PackedLibrary.RepositoryUrl);
        var sections = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "CHANGELOG.md")).Split("\n## ");
        var section = sections.Single(section => section.StartsWith($"{library.Version} ", StringComparison.Ordinal));
        Value("releaseNotes").ReplaceLineEndings("\n").Should().Be(section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
    }

    [Theory]
    [InlineData("lib/netstandard2.0/NativeCallbacks.dll")]
    [InlineData("lib/net8.0/NativeCallbacks.dll")]
    [InlineData("lib/net10.0/NativeCallbacks.dll")]
    [InlineData("analyzers/dotnet/cs/NativeCallbacks.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/NativeCallbacks.CodeFixes.dll")]
    public void Assembly_OfThePackage_HasTheStrongNameOfTheLibrary(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Read(library.Package, assembly, Bytes)));

        image.PEHeaders.CorHeader!.Flags.Should().HaveFlag(CorFlags.StrongNameSigned);
        // The token that .build/signing.props documents.
        Convert.ToHexStringLower(image.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().GetPublicKeyToken()!)
            .Should().Be("c22ef2229e896947");
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Docs_OfEachTarget_DescribeTheLibraryAndWhatIsGeneratedForIt(string target)
    {
        Read(library.Package, $"lib/{target}/NativeCallbacks.xml", XDocument.Load).Descendants("member")
            .Select(static member => member.Attribute("name")!.Value)
            .Should().Contain("T:NativeCallbacks.NativeCallback`1").And.Contain(static name =>
                name.StartsWith("M:NativeCallbacks.NativeCallbacks_Numerics_ScalarFunctionExtensions.Invoke(", StringComparison.Ordinal));
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

    /// <summary>By the identity of the symbols, which a debugger compares (ECMA-335 Portable PDB, #Pdb stream).</summary>
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Symbols_OfEachTarget_AreThoseOfTheAssembly(string target)
    {
        using var assembly = new PEReader(new MemoryStream(Read(library.Package, $"lib/{target}/NativeCallbacks.dll", Bytes)));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(library.Symbols, $"lib/{target}/NativeCallbacks.pdb", Bytes)));
        var wanted = assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView);

        var found = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);

        found.Guid.Should().Be(assembly.ReadCodeViewDebugDirectoryData(wanted).Guid);
        found.Stamp.Should().Be(wanted.Stamp);
    }

    [Fact]
    public void Packages_BuiltAgainFromTheSameCommitInAnotherFolder_AreEqualByteForByte()
    {
        using var copy = new RepositoryCopy();
        var folder = Path.Combine(copy.Root, "artifacts");

        // Analyzers find what is wrong, and write nothing.
        PackedLibrary.Pack(copy.Root, folder, "-p:RunAnalyzers=false", $"-p:RepositoryUrl={PackedLibrary.RepositoryUrl}");

        foreach (var package in new[] { library.Package, library.Symbols })
        {
            var again = Path.Combine(folder, Path.GetFileName(package));
            Entries(package).Where(entry => !Read(package, entry, Bytes).SequenceEqual(Read(again, entry, Bytes)))
                .Should().BeEmpty("what is packed depends only on the sources and the commit (a build of an earlier commit differs: build again)");
            File.ReadAllBytes(again).AsSpan().SequenceEqual(File.ReadAllBytes(package)).Should().BeTrue("what is around it does too");

            // Packs in quick succession could bear one time by chance, but not that of an earlier commit.
            using var archive = ZipFile.OpenRead(package);
            archive.Entries.Select(static entry => entry.LastWriteTime.DateTime).Distinct().Should().ContainSingle()
                .Which.Should().BeBefore(File.GetLastWriteTimeUtc(package) - TimeSpan.FromSeconds(2));
        }
    }

    private XElement Metadata() => Read(library.Package, "NativeCallbacks.nuspec", XDocument.Load).Root!.Elements().Single();

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

    private static T Read<T>(string package, string entry, Func<Stream, T> read)
    {
        using var archive = ZipFile.OpenRead(package);
        using var content = (archive.GetEntry(entry) ?? throw new FileNotFoundException($"{Path.GetFileName(package)} has no {entry}.")).Open();
        return read(content);
    }

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
