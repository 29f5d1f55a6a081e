using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// The README as a package shows it, where no file of the repository is beside it, and what depends on the version. The
/// targets are in .build/package.targets.
/// </summary>
[Collection(PackedLibrary.Collection)]
public sealed class PackedTextTests(PackedLibrary library) : IDisposable
{
    private static readonly Regex Target = new(@"(?<picture>!?)\[[^]]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    private static readonly Regex Code = new("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline, Regex.InfiniteMatchTimeout);

    private static readonly string Readme = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "README.md"));

    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-texts-").FullName;

    [Fact]
    public void Readme_WithTheUrlOfTheRepository_HasAbsoluteLinksAndPicturesAndIsTheSameElsewhere()
    {
        var (file, picture) = ($"{PackedLibrary.RepositoryUrl}/blob/v{library.Version}/", $"{PackedLibrary.RepositoryUrl}/raw/v{library.Version}/");

        var packed = library.ReadText("README.md");

        Targets(packed).Where(static target => !IsAbsolute(target.Target)).Should().BeEmpty();
        Targets(packed).Where(static target => target.IsPicture).Should().NotBeEmpty().And.OnlyContain(target => target.Target.StartsWith(picture, StringComparison.Ordinal));
        packed.Replace(file, "").Replace(picture, "").Should().Be(Readme);
    }

    [Fact]
    public void Readme_WithoutTheUrlOfTheRepository_HasNeitherLinksToItsFilesNorPictures_AndTheSameCode()
    {
        var packed = Path.Combine(_folder, "README.md");

        MSBuild("-t:WritePackedReadme", $"-p:PackedReadme={packed}").ExitCode.Should().Be(0);

        var text = File.ReadAllText(packed);
        Targets(text).Where(static target => target.IsPicture || !IsAbsolute(target.Target)).Should().BeEmpty();
        text.Should().Contain("docs/limits.md", "a link becomes its text");
        Code.Matches(text).Select(static match => match.Value).Should().Equal(Code.Matches(Readme).Select(static match => match.Value));
    }

    [Fact]
    public void Version_WithoutASectionInTheChangelog_IsNotPacked()
    {
        var run = MSBuild("-t:ReadReleaseNotes", "-p:Version=0.1");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("error : CHANGELOG.md has no section '## 0.1', which the package has for its release notes.");
    }

    /// <summary>.NET Framework binds a strong name to exactly one version.</summary>
    [Fact]
    public void AssemblyVersion_From10On_IsThatOfTheMajorVersion()
    {
        MSBuild("-getProperty:AssemblyVersion", "-p:Version=2.3.4-rc.1").Output.Trim().Should().Be("2.0.0.0");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ProcessRun MSBuild(params string[] arguments) => ProcessRun.Of(ProcessRun.Start(
        PackedLibrary.RepositoryRoot, ProcessRun.DotNet, ["msbuild", "src/NativeCallbacks/NativeCallbacks.csproj", "-nologo", .. arguments]));

    private static IEnumerable<(bool IsPicture, string Target)> Targets(string markdown) =>
        Target.Matches(markdown).Select(static match => (match.Groups["picture"].Length > 0, match.Groups["target"].Value));

    private static bool IsAbsolute(string target) => target.StartsWith('#') || target.StartsWith("https://", StringComparison.Ordinal);
}
