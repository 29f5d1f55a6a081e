using System.Globalization;
using NativeCallbacks.DocsTests.Pages;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>
/// What each block printed. A block's program prints a line of its own before it, and another with the exception that it ends in;
/// no page prints their first characters.
/// </summary>
internal static class PrintedText
{
    private const char BlockMark = '\u001f';
    private const char ExceptionMark = '\u001e';

    /// <summary>What closes the <c>try</c> of a block that throws.</summary>
    public const string Catch = """
        }
        catch (System.Exception exception__)
        {
            System.Console.WriteLine("\u001e" + exception__.GetType().Name);
            System.Console.WriteLine(exception__.Message);
        }
        """;

    /// <summary>The statement before a C# block.</summary>
    public static string Begin(Block block) => $"System.Console.WriteLine(\"\\u001f{block.Line}\");";

    /// <summary>The statement before a Python block.</summary>
    public static string BeginPython(Block block) => $"print('\\x1f{block.Line}', flush=True)";

    /// <summary>The line at which the last block began that did; zero for none.</summary>
    public static int LastBegun(string printed) => Sections(printed).LastOrDefault().Line;

    /// <summary>What is not as the page says, each with its place.</summary>
    public static IEnumerable<string> Differences(Page page, IEnumerable<Block> blocks, string printed)
    {
        var sections = Sections(printed).ToDictionary(static section => section.Line, static section => section.Text);
        foreach (var block in blocks)
        {
            if (!sections.TryGetValue(block.Line, out var text))
            {
                // It has declarations alone.
                if (block.Output is not null)
                {
                    yield return $"{page.At(block.Line)}: prints nothing, but the page says:\n{block.Output}";
                }

                continue;
            }

            var expected = block.Role == "throws" ? block.Words[1] : null;
            var thrown = Exception(ref text);
            if (thrown != expected)
            {
                yield return $"{page.At(block.Line)}: {(thrown is null ? "nothing is thrown" : thrown + " is thrown")}, but the page says {expected}.";
            }

            if (block.Output is { } output && output.TrimEnd() != text.TrimEnd())
            {
                yield return $"{page.At(block.Line)}: prints\n{text.TrimEnd()}\nbut the page says\n{output.TrimEnd()}\n";
            }
        }
    }

    private static IEnumerable<(int Line, string Text)> Sections(string printed)
    {
        foreach (var section in printed.Split(BlockMark).Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            yield return (int.Parse(section[..end], CultureInfo.InvariantCulture), section[(end + 1)..]);
        }
    }

    /// <summary>Takes the line with the exception out of the text.</summary>
    private static string? Exception(ref string text)
    {
        var mark = text.IndexOf(ExceptionMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            return null;
        }

        var end = text.IndexOf('\n', mark);
        var name = text[(mark + 1)..end];
        text = text.Remove(mark, end + 1 - mark);
        return name;
    }
}
