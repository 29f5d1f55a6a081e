using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.PackageTests.PublicSurface;

/// <summary>What users can name, in the assemblies of the package, compared with what a person has approved.</summary>
[Collection(PackedLibrary.Collection)]
public class PublicSurfaceTests(PackedLibrary library)
{
    /// <summary>Set to 1, it takes the surface as it is for approved.</summary>
    private const string Approve = "NATIVECALLBACKS_APPROVE";

    private const string ApprovedFile = "tests/NativeCallbacks.PackageTests/PublicSurface/PublicSurface.txt";

    /// <summary>Code that an older generator wrote for one target runs with the library of any other.</summary>
    private const string CompilerServices = "NativeCallbacks.CompilerServices";

    private static readonly string Approved = Path.Combine(PackedLibrary.RepositoryRoot, ApprovedFile);

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Surface_OfEachTarget_IsTheApprovedOne(string target)
    {
        var surface = SurfaceWriter.Write(Assembly(target)).ToArray();
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllLines(Approved, surface);
        }

        Difference(Entries(File.ReadAllLines(Approved)), Entries(surface)).Should().BeEmpty(
            $"the public surface of lib/{target} must be the one in {ApprovedFile}. If it is meant to change, run "
            + $"{Approve}=1 dotnet test tests/NativeCallbacks.PackageTests --filter {nameof(PublicSurfaceTests)}, and read what changed in that file");
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public void CompilerServices_OfEachTarget_IsThatOfNet10(string target)
    {
        Difference(CompilerServicesOf("net10.0"), CompilerServicesOf(target)).Should().BeEmpty();
    }

    [Fact]
    public void CompilerServices_IsHiddenFromIntelliSense()
    {
        CompilerServicesOf("net10.0").Where(static entry => entry.IsType).Select(static entry => entry.Line)
            .Should().OnlyContain(static line => line.Contains("[EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]", StringComparison.Ordinal));
    }

    private Entry[] CompilerServicesOf(string target) =>
        [.. Entries(SurfaceWriter.Write(Assembly(target))).Where(static entry => entry.Namespace == CompilerServices)];

    /// <summary>The lines that are in one surface alone.</summary>
    private static string Difference(IEnumerable<Entry> before, IEnumerable<Entry> after) => string.Join(
        '\n',
        [.. before.Except(after).Select(static entry => $"gone: {entry}"), .. after.Except(before).Select(static entry => $"new: {entry}")]);

    /// <summary>The lines, with the namespace and the type that they stand under.</summary>
    private static IEnumerable<Entry> Entries(IEnumerable<string> lines)
    {
        var (space, type) = ("", "");
        foreach (var line in lines.Where(static line => line.Length > 0))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = line["namespace ".Length..];
            }
            else if (line.StartsWith(' '))
            {
                yield return new Entry(space, type, line.TrimStart());
            }
            else
            {
                type = line;
                yield return new Entry(space, "", line);
            }
        }
    }

    /// <summary>An assembly of the package, as the compiler of a .NET 10 project sees it.</summary>
    private IAssemblySymbol Assembly(string target)
    {
        using var package = ZipFile.OpenRead(library.Package);
        using var image = package.GetEntry($"lib/{target}/NativeCallbacks.dll")!.Open();
        using var copy = new MemoryStream();
        image.CopyTo(copy);
        var reference = MetadataReference.CreateFromImage(copy.ToArray());
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        return (IAssemblySymbol)CSharpCompilation.Create("Reader", references: [reference, .. framework]).GetAssemblyOrModuleSymbol(reference)!;
    }

    /// <param name="Namespace">The namespace.</param>
    /// <param name="Type">The line of the type that a member is of; empty for that of a type.</param>
    /// <param name="Line">The line.</param>
    private sealed record Entry(string Namespace, string Type, string Line)
    {
        public bool IsType => Type.Length == 0;

        public override string ToString() => IsType ? $"{Line} in {Namespace}" : $"{Line} of {Type} in {Namespace}";
    }
}
