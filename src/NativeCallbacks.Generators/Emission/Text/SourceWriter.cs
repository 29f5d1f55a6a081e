using System;
using System.Text;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>Indented lines of C#.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private int _unsafeDepth;

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

    /// <summary>
    /// Writes one statement that reaches native code or memory, inside <c>unsafe</c>: the modifier of a class opens no unsafe context under
    /// the rules for memory safety that are to come with C# 16.
    /// </summary>
    public void Unsafe(string statement) => Line(_unsafeDepth > 0 ? statement : $"unsafe {{ {statement} }}");

    /// <summary>Writes a local whose value comes from native code or memory.</summary>
    public void UnsafeLocal(string type, string name, string value)
    {
        if (_unsafeDepth > 0)
        {
            Line($"var {name} = {value};");
            return;
        }

        Line($"{type} {name};");
        Unsafe($"{name} = {value};");
    }

    /// <summary>Writes an <c>unsafe</c> block around what is written until the result is disposed, where single statements do not do.</summary>
    public IDisposable UnsafeBlock()
    {
        var block = Block("unsafe");
        _unsafeDepth++;
        return new End(this, block);
    }

    public override string ToString() => _text.ToString();

    /// <param name="writer">Whose block ends.</param>
    /// <param name="unsafeBlock">The braces of an unsafe block; null for any other.</param>
    private sealed class End(SourceWriter writer, IDisposable? unsafeBlock = null) : IDisposable
    {
        public void Dispose()
        {
            if (unsafeBlock is not null)
            {
                writer._unsafeDepth--;
                unsafeBlock.Dispose();
                return;
            }

            writer._depth--;
            writer.Line("}");
        }
    }
}
