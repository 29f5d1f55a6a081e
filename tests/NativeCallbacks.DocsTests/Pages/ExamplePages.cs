using System.Collections.Immutable;
using System.Net;
using NativeCallbacks.SampleTests;

namespace NativeCallbacks.DocsTests.Pages;

/// <summary>The examples in the XML documentation of the library, as pages: one for each source file that has one.</summary>
internal static class ExamplePages
{
    private static readonly Lazy<ImmutableArray<Page>> Found = new(static () =>
    [
        .. Directory.GetFiles(Repository.PathOf("src", "NativeCallbacks"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(static path => Read(path, File.ReadAllText(Repository.PathOf(path))))
            .Where(static page => page.Blocks.Length > 0)
            .OrderBy(static page => page.Path, StringComparer.Ordinal),
    ]);

    public static ImmutableArray<Page> Value => Found.Value;

    /// <summary>Reads the code of the examples of a C# file. Each is a program of its own.</summary>
    /// <exception cref="FormatException">An example has no code, or its code has no end.</exception>
    public static Page Read(string path, string source)
    {
        var lines = source.Split('\n').Select(static line => line.Trim()).ToArray();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var example in Enumerable.Range(0, lines.Length).Where(line => lines[line] == "/// <example>"))
        {
            var start = Array.IndexOf(lines, "/// <code>", example) + 1;
            var end = Array.IndexOf(lines, "/// </code>", start);
            if (start == 0 || end < 0 || Array.IndexOf(lines, "/// </example>", example) < end)
            {
                throw new FormatException($"{path}:{example + 1}: the example has no code that ends.");
            }

            var text = string.Join('\n', lines[start..end].Select(static line => line == "///" ? "" : line["/// ".Length..]));
            blocks.Add(new Block("csharp", ["alone"], start + 1, WebUtility.HtmlDecode(text)));
        }

        return new Page(path, blocks.ToImmutable());
    }
}
