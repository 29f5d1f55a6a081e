using System;
using System.Collections.Generic;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>One line of a listing: an instruction, or a label (whose mnemonic is <see cref="LabelMnemonic"/>).</summary>
internal sealed record CodeLine(Processor Processor, string Mnemonic, IReadOnlyList<string> Operands)
{
    public const string LabelMnemonic = "label";

    public bool IsLabel => Mnemonic == LabelMnemonic;

    public bool IsCall => !IsLabel && Processor.IsCall(Mnemonic);

    /// <summary>Whether control can go on at the last operand or at the next line.</summary>
    public bool IsConditionalJump => !IsLabel && Processor.IsConditionalJump(Mnemonic);

    public bool IsJump => !IsLabel && Processor.IsJump(Mnemonic);

    /// <summary>Whether control never reaches the next line.</summary>
    public bool EndsFlow => !IsLabel && Processor.EndsFlow(Mnemonic);

    /// <summary>Where a jump leads.</summary>
    public string Target => Operands[^1];

    public static CodeLine Label(Processor processor, string name) => new(processor, LabelMnemonic, [name]);

    /// <summary>Reads <c>mov      qword ptr [rbp-0x30], rdi</c>.</summary>
    public static CodeLine Instruction(Processor processor, string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var operands = parts.Length == 1 ? "" : string.Join(' ', parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new(processor, parts[0], operands.Length == 0 ? [] : processor.Operands(parts[0], operands));
    }

    public bool JumpsTo(string label) => (IsConditionalJump || IsJump) && Target == label;

    public bool Calls(string name) => IsCall && Operands[0].Contains(name, StringComparison.Ordinal);

    public override string ToString() => IsLabel ? Operands[0] + ":" : $"{Mnemonic} {string.Join(", ", Operands)}".TrimEnd();
}
