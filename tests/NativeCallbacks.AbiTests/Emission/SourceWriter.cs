using System.Text;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>Text in indented lines and blocks, for C and C# alike.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string line = "") => _text.Append(' ', line.Length == 0 ? 0 : _level * 4).Append(line).Append('\n');

    public void Open(string head)
    {
        Line(head);
        Line("{");
        _level++;
    }

    public void Close(string tail = "}")
    {
        _level--;
        Line(tail);
    }

    public override string ToString() => _text.ToString();
}
