using System.Collections.Immutable;

namespace NativeCallbacks.DocsTests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word behind the fence: <c>csharp</c>.</param>
/// <param name="Words">The other words behind the fence, which Markdown does not show: <c>throws ArgumentException</c>.</param>
/// <param name="Line">The line of the page, from one on, on which its text begins.</param>
/// <param name="Text">What is between the fences, without their indentation.</param>
internal sealed record Block(string Language, ImmutableArray<string> Words, int Line, string Text)
{
    /// <summary>What it prints, as the <c>text</c> block behind it says; null where there is none.</summary>
    public string? Output { get; init; }

    /// <summary>What is to be done with it; empty for a part of the page's program.</summary>
    public string Role => Words.IsEmpty ? "" : Words[0];
}
