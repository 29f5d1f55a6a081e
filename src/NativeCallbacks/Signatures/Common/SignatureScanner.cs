using System;
using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// The words and symbols of a text, read once from left to right, and the errors of those who read them. Time and memory
/// grow with the length of the text, and nothing nests deeper than <see cref="MostLevels"/>.
/// </summary>
internal sealed class SignatureScanner
{
    /// <summary>More than any signature nests; less than the stack of a thread holds.</summary>
    private const int MostLevels = 32;

    /// <summary>As much of the text as an error shows.</summary>
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

    /// <summary>The word or symbol that comes next; empty at the end.</summary>
    public string Current => Peek(0);

    public bool IsAtEnd => _index == _tokens.Count;

    /// <summary>Where the next word or symbol begins: an index into the text.</summary>
    public int Position => _index < _tokens.Count ? _tokens[_index].Start : _text.Length;

    /// <summary>Whether a word comes next: a name, a keyword or a number.</summary>
    public bool IsWord => IsWordCharacter(Current, 0);

    /// <summary>Whether a name or a keyword comes next.</summary>
    public bool IsName => IsWord && !char.IsDigit(Current[0]);

    public string Peek(int ahead) =>
        _index + ahead < _tokens.Count ? _text.Substring(_tokens[_index + ahead].Start, _tokens[_index + ahead].Length) : "";

    public void Next() => _index = Math.Min(_index + 1, _tokens.Count);

    /// <summary>Steps over the symbol or word if it comes next.</summary>
    public bool Accept(string token)
    {
        if (Current != token)
        {
            return false;
        }

        Next();
        return true;
    }

    /// <summary>Steps over the symbol or word, which must come next.</summary>
    public void Expect(string token)
    {
        if (!Accept(token))
        {
            throw Expected($"'{token}'");
        }
    }

    /// <summary>Steps over a name, which must come next.</summary>
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

    /// <summary>One more level of nesting. What a level of the text is, the one who reads it knows.</summary>
    public void Enter()
    {
        if (++_levels > MostLevels)
        {
            throw Refused(Position, $"it nests deeper than {MostLevels} levels");
        }
    }

    public void Leave() => _levels--;

    /// <summary>What stands here is not what has to.</summary>
    public FormatException Expected(string expectation) =>
        Refused(Position, IsAtEnd ? $"{expectation} is expected, and the text ends" : $"{expectation} is expected, and not '{Excerpt(Current)}'");

    /// <summary>What stands there cannot be a part of a signature.</summary>
    /// <param name="position">Where: an index into the text.</param>
    /// <param name="reason">Why, and the way out.</param>
    public FormatException Refused(int position, string reason) => new(
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

    /// <summary>Behind the next occurrence of a mark, or the end of the text.</summary>
    private int End(string mark, int index)
    {
        var found = _text.IndexOf(mark, Math.Min(index, _text.Length), StringComparison.Ordinal);
        return found < 0 ? _text.Length : found + mark.Length;
    }
}
