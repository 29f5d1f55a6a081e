using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NativeCallbacks.DocsTests.Pages;

/// <summary>A Markdown file and its fenced blocks.</summary>
/// <param name="Path">The file, relative to the repository.</param>
/// <param name="Blocks">The blocks, but for those that are the output of the one before.</param>
internal sealed record Page(string Path, ImmutableArray<Block> Blocks)
{
    private const string Output = "text";

    private static readonly Regex Fence = new(
        "^(?<indent> *)(?<fence>`{3,})(?<info>[^`]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>A place on the page, as failures begin.</summary>
    public string At(int line) => $"{Path}:{line}";

    /// <summary>The blocks of a language.</summary>
    public IEnumerable<Block> In(string language) => Blocks.Where(block => block.Language == language);

    /// <summary>
    /// The blocks of a language as one source, each on the lines that it has on the page, so that compilers and interpreters
    /// name those.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="before">What goes on the line before a block, where its fence is.</param>
    public string Source(string language, Func<Block, string>? before = null)
    {
        var lines = new List<string>();
        foreach (var block in In(language))
        {
            lines.AddRange(Enumerable.Repeat("", block.Line - 2 - lines.Count));
            lines.Add(before?.Invoke(block) ?? "");
            lines.AddRange(block.Text.Split('\n'));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Finds the blocks of a page.</summary>
    /// <exception cref="FormatException">A block does not end.</exception>
    public static Page Read(string path, string markdown)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var lines = markdown.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (Fence.Match(lines[start]) is not { Success: true } opening)
            {
                continue;
            }

            var (indent, fence) = (opening.Groups["indent"].Length, opening.Groups["fence"].Value);
            var end = Array.FindIndex(lines, start + 1, line => Fence.Match(line) is { Success: true } closing
                && closing.Groups["info"].Length == 0 && closing.Groups["fence"].Value.StartsWith(fence, StringComparison.Ordinal));
            if (end < 0)
            {
                throw new FormatException($"{path}:{start + 1}: the block has no end.");
            }

            var text = string.Join('\n', lines[(start + 1)..end].Select(line => line[Math.Min(indent, line.Length)..]));
            var words = opening.Groups["info"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [Output] && blocks.Count > 0 && blocks[^1] is { Output: null, Language: "csharp" or "python" } source)
            {
                blocks[^1] = source with { Output = text };
            }
            else
            {
                blocks.Add(new Block(words.FirstOrDefault() ?? "", [.. words.Skip(1)], start + 2, text));
            }

            start = end;
        }

        return new Page(path, blocks.ToImmutable());
    }
}
