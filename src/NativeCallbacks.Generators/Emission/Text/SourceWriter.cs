using System;
using System.Text;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>Indented lines of C#.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or several with <c>\n</c> between them; an empty one has no trailing spaces.</summary>
    public void Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes a head line and braces around what is written until the result is disposed.</summary>
    public IDisposable Block(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        return new End(this);
    }

    public override string ToString() => _text.ToString();

    private sealed class End(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
