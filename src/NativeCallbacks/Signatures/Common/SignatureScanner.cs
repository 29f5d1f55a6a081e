using System;
using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// Reads the words and symbols of a text once from left to right, and creates the errors of the parsers. Time and memory are
/// proportional to the length of the text, and nesting is limited to <see cref="MostLevels"/>.
/// </summary>
internal sealed class SignatureScanner
{
    /// <summary>More than the nesting of any real signature, and less than what the stack of a thread holds.</summary>
    private const int MostLevels = 32;

    /// <summary>The maximum number of characters of the text that an error shows.</summary>
    private const int LongestExcerpt = 200;

    private readonly string _text;
    private readonly List<(int Start, int Length)> _tokens = [];
    private int _index;
    private int _levels;

    public SignatureScanner(string text)
    {
        _text = text;
        for (var start = NextStart(0); start < text.Length; start = NextStart(start + _tokens[_tokens.Count - 1].Length))
        {
            _tokens.Add((start, LengthAt(start)));
        }
    }

    /// <summary>The next word or symbol; empty at the end.</summary>
    public string Current => Peek(0);

    public bool IsAtEnd => _index == _tokens.Count;

    /// <summary>The index in the text at which the next word or symbol starts.</summary>
    public int Position => _index < _tokens.Count ? _tokens[_index].Start : _text.Length;

    /// <summary>Whether a word is next: a name, a keyword or a number.</summary>
    public bool IsWord => IsWordCharacter(Current, 0);

    /// <summary>Whether a name or a keyword is next.</summary>
    public bool IsName => IsWord && !char.IsDigit(Current[0]);

    public string Peek(int ahead) =>
        _index + ahead < _tokens.Count ? _text.Substring(_tokens[_index + ahead].Start, _tokens[_index + ahead].Length) : "";

    public void Next() => _index = Math.Min(_index + 1, _tokens.Count);

    /// <summary>Skips the symbol or word if it is next.</summary>
    public bool Accept(string token)
    {
        if (Current != token)
        {
            return false;
        }

        Next();
        return true;
    }

    /// <summary>Skips the symbol or word, which must be next.</summary>
    public void Expect(string token)
    {
        if (!Accept(token))
        {
            throw Expected($"'{token}'");
        }
    }

    /// <summary>Skips a name, which must be next, and returns it.</summary>
    public string ExpectName(string expectation)
    {
        if (!IsName)
        {
            throw Expected(expectation);
        }

        var name = Current;
        Next();
        return name;
    }

    /// <summary>Enters a level of nesting. The parser decides what counts as a level.</summary>
    public void Enter()
    {
        if (++_levels > MostLevels)
        {
            throw Error(Position, $"it nests deeper than {MostLevels} levels");
        }
    }

    public void Leave() => _levels--;

    /// <summary>The next word or symbol is not the expected one.</summary>
    public FormatException Expected(string expectation) =>
        Error(Position, $"expected {expectation}, found {(IsAtEnd ? "the end of the text" : $"'{Excerpt(Current)}'")}");

    /// <summary>The text at a position cannot be part of a signature.</summary>
    /// <param name="position">The index in the text.</param>
    /// <param name="reason">The reason and the remedy.</param>
    public FormatException Error(int position, string reason) => new(
        $"'{Excerpt(_text)}' cannot be read as a signature: at character {(position + 1).ToString(CultureInfo.InvariantCulture)}, {reason}.");

    public static bool IsQuoted(string token) => token.Length > 0 && token[0] == '"';

    private static string Excerpt(string text) => text.Length <= LongestExcerpt ? text : $"{text.Substring(0, LongestExcerpt)}…";

    private static bool IsWordCharacter(string text, int index) =>
        index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');

    /// <summary>The first character at or after an index that is neither white space nor part of a comment.</summary>
    private int NextStart(int index)
    {
        while (index < _text.Length)
        {
            if (char.IsWhiteSpace(_text[index]))
            {
                index++;
            }
            else if (StartsWith("//", index))
            {
                index = End("\n", index);
            }
            else if (StartsWith("/*", index))
            {
                index = End("*/", index + 2);
            }
            else
            {
                break;
            }
        }

        return index;
    }

    private int LengthAt(int start)
    {
        var end = start;
        while (IsWordCharacter(_text, end))
        {
            end++;
        }

        if (end > start)
        {
            return end - start;
        }

        if (_text[start] == '"')
        {
            return End("\"", start + 1) - start;
        }

        return StartsWith("...", start) ? 3 : StartsWith("->", start) || StartsWith("::", start) ? 2 : 1;
    }

    private bool StartsWith(string token, int index) => string.CompareOrdinal(_text, index, token, 0, token.Length) == 0;

    /// <summary>The index behind the next occurrence of a mark, or the end of the text.</summary>
    private int End(string mark, int index)
    {
        var found = _text.IndexOf(mark, Math.Min(index, _text.Length), StringComparison.Ordinal);
        return found < 0 ? _text.Length : found + mark.Length;
    }
}
