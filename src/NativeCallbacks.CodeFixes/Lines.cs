using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.CodeFixes;

/// <summary>The lines of a file: how they end, how they are indented, and which of them are its header.</summary>
internal static class Lines
{
    /// <summary>The line break that the file of a node uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var found = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return found.IsKind(SyntaxKind.EndOfLineTrivia) ? found : SyntaxFactory.LineFeed;
    }

    /// <summary>The blanks between the start of the line and the token that has this trivia.</summary>
    public static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;

    /// <summary>Whether a node is the first on its line.</summary>
    public static bool AreStartedBy(SyntaxNode node)
    {
        var first = node.GetFirstToken();
        var previous = first.GetPreviousToken();
        return previous.IsKind(SyntaxKind.None)
            || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            || first.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia);
    }

    /// <summary>The text above the first token of a file. Up to the last directive or blank line it belongs to the file.</summary>
    public static (SyntaxTriviaList Header, SyntaxTriviaList Below) SplitHeader(SyntaxTriviaList leading)
    {
        var end = leading.Count;
        while (end > 0 && !leading[end - 1].IsDirective && !IsBlankLine(leading, end - 1))
        {
            end--;
        }

        return (SyntaxFactory.TriviaList(leading.Take(end)), SyntaxFactory.TriviaList(leading.Skip(end)));
    }

    private static bool IsBlankLine(SyntaxTriviaList trivia, int index) =>
        trivia[index].IsKind(SyntaxKind.EndOfLineTrivia) && (index == 0 || trivia[index - 1].IsKind(SyntaxKind.EndOfLineTrivia));
}
