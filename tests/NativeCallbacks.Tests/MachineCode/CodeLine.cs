using System;
using System.Collections.Generic;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>One line of a listing: an instruction, or a label (whose mnemonic is <see cref="LabelMnemonic"/>).</summary>
internal sealed record CodeLine(string Mnemonic, IReadOnlyList<string> Operands)
{
    public const string LabelMnemonic = "label";

    public bool IsLabel => Mnemonic == LabelMnemonic;

    public bool IsCall => Mnemonic == "call";

    /// <summary>Whether control can go on at the operand or at the next line.</summary>
    public bool IsConditionalJump => Mnemonic[0] == 'j' && Mnemonic != "jmp";

    /// <summary>Whether control never reaches the next line.</summary>
    public bool EndsFlow => Mnemonic is "ret" or "jmp" or "int3";

    public static CodeLine Label(string name) => new(LabelMnemonic, [name]);

    /// <summary>Reads <c>mov      qword ptr [rbp-0x30], rdi</c>. The width of a jump is its encoding's, and left out.</summary>
    public static CodeLine Instruction(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var operands = parts.Length == 1 ? "" : string.Join(' ', parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace("SHORT ", "");

        // The name of a called method has commas of its own.
        return new(parts[0], parts[0] == "call" || operands.Length == 0 ? (operands.Length == 0 ? [] : [operands]) : operands.Split(", "));
    }

    public bool JumpsTo(string label) => Mnemonic[0] == 'j' && Operands[0] == label;

    public bool Calls(string name) => IsCall && Operands[0].Contains(name, StringComparison.Ordinal);

    public override string ToString() => IsLabel ? Operands[0] + ":" : $"{Mnemonic} {string.Join(", ", Operands)}".TrimEnd();
}
