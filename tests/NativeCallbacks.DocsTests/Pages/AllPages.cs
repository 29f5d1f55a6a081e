using System.Collections.Immutable;
using NativeCallbacks.SampleTests;

namespace NativeCallbacks.DocsTests.Pages;

/// <summary>The pages of the repository.</summary>
internal static class AllPages
{
    private static readonly string[] Folders = [".", "docs", "docs/diagnostics", .. WithSubfolders("benchmarks"), .. WithSubfolders("samples")];

    private static readonly Lazy<ImmutableArray<Page>> Found = new(() =>
    [
        .. Folders.SelectMany(static folder => Directory.GetFiles(Repository.PathOf(folder), "*.md"))
            .Select(static file => Page.Read(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))
            .OrderBy(static page => page.Path, StringComparer.Ordinal),
    ]);

    public static ImmutableArray<Page> Value => Found.Value;

    private static IEnumerable<string> WithSubfolders(string folder) =>
        Directory.GetDirectories(Repository.PathOf(folder)).Select(static path => Path.GetRelativePath(Repository.Root, path)).Prepend(folder);
}
