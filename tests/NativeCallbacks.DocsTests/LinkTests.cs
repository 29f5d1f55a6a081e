using System.Text.RegularExpressions;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.SampleTests;

namespace NativeCallbacks.DocsTests;

/// <summary>Links inside the repository lead somewhere, and every page can be found.</summary>
public sealed class LinkTests
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    private static IReadOnlyDictionary<string, string> Pages { get; } =
        AllPages.Value.ToDictionary(static page => page.Path, static page => File.ReadAllText(Repository.PathOf(page.Path)));

    public static TheoryData<string> Paths => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_OfAPage_LeadToFilesAndHeadings(string path)
    {
        Targets(path).Where(static target => !Exists(target)).Should().BeEmpty();
    }

    [Fact]
    public void Pages_OfDocs_AreAllLinkedFromTheIndexes()
    {
        var linked = Targets("docs/README.md").Concat(Targets("docs/diagnostics.md")).Select(static target => target.Split('#')[0]);

        Pages.Keys.Where(static path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md")
            .Should().BeSubsetOf(linked);
    }

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("README.md#what-is-checked", true)]
    [InlineData("docs", true)]
    [InlineData("README.md#what-is-not-there", false)]
    [InlineData("docs/nothing.md", false)]
    public void Exists_OfATarget_ReportsWhetherItIsThere(string target, bool exists)
    {
        Exists(target).Should().Be(exists);
    }

    /// <summary>Where the links of a page lead, relative to the repository.</summary>
    private static IEnumerable<string> Targets(string path) => Link.Matches(Pages[path])
        .Select(static match => match.Groups["target"].Value)
        .Where(static target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target[0] == '#' ? path + target : Resolve(Path.Combine(Path.GetDirectoryName(path)!, target)));

    private static string Resolve(string target) => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Repository.PathOf(target)));

    private static bool Exists(string target)
    {
        var parts = target.Split('#');
        return parts.Length == 1
            ? Path.Exists(Repository.PathOf(target))
            : Pages.TryGetValue(parts[0], out var page) && Headings(page).Contains(parts[1]);
    }

    /// <summary>The anchors that GitHub gives to headings.</summary>
    private static IEnumerable<string> Headings(string page) => page.Split('\n')
        .Where(static line => line.StartsWith('#'))
        .Select(static line => string.Concat(line.TrimStart('#', ' ').ToLowerInvariant()
            .Where(static character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
            .Select(static character => character == ' ' ? '-' : character)));
}
