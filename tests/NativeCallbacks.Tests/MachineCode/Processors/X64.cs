using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>x86-64, and what the System V calling convention says of its registers.</summary>
internal sealed partial class X64 : Processor
{
    public override string IntegerResult => "rax";

    public override string FloatingResult => "xmm0";

    public override IReadOnlyList<string> Arguments { get; } =
        ["rdi", "rsi", "rdx", "rcx", "r8", "r9", .. Enumerable.Range(0, 8).Select(static number => $"xmm{number}")];

    public override IReadOnlyList<string> Preserved { get; } = ["rbx", "rbp", "rsp", "r12", "r13", "r14", "r15"];

    public override IReadOnlyList<string> All =>
        ["rax", "r10", "r11", .. Arguments, .. Preserved, .. Enumerable.Range(8, 24).Select(static number => $"xmm{number}")];

    public override Regex Tokens => TokensOfX64();

    public override string Frame => "[rbp";

    public override bool JoinsChecks => false;

    public override bool NamesCalls => true;

    public override IReadOnlyList<string> Throw { get; } = ["mov rdi, rax", "call CORINFO_HELP_THROW", "int3"];

    public override bool IsCall(string mnemonic) => mnemonic == "call";

    public override bool IsConditionalJump(string mnemonic) => mnemonic[0] == 'j' && !IsJump(mnemonic);

    public override bool IsJump(string mnemonic) => mnemonic == "jmp";

    public override bool EndsFlow(string mnemonic) => mnemonic is "ret" or "jmp" or "int3";

    /// <summary>The width of a jump is its encoding's, and left out. The name of a called method has commas of its own.</summary>
    public override IReadOnlyList<string> Operands(string mnemonic, string text) =>
        IsCall(mnemonic) ? [text.Replace("SHORT ", "")] : text.Replace("SHORT ", "").Split(", ");

    public override int Overwritten(CodeLine line) =>
        line.Operands.Count > 0
        && IsRegister(line.Operands[0])
        && Find(line.Operands[0]).Bits >= 32
        && (line.Mnemonic is "mov" or "movsx" or "movsxd" or "movzx" or "lea" or "pop"
            || line.Mnemonic.StartsWith("vmov", StringComparison.Ordinal)
            || (line.Mnemonic[0] == 'v' && line.Operands.Count >= 3)
            || Clears(line)) ? 1 : 0;

    /// <summary><c>xor r, r</c> and <c>vxorps x, y, y</c>.</summary>
    public override bool Clears(CodeLine line) =>
        line.Mnemonic is "xor" or "vxorps" && line.Operands.Count >= 2 && line.Operands[^1] == line.Operands[^2];

    /// <summary><c>test r, r; je</c> for null, <c>jl</c> for signs, merged or one each, and <c>jb</c>, unsigned, for lengths.</summary>
    public override Check CheckOf(CodeLine jump, CodeLine? before) => jump.Mnemonic switch
    {
        "je" when before is { Mnemonic: "test" } test && test.Operands[0] == test.Operands[1] => Check.NullOfInstructionBefore,
        "jl" => Check.Sign,
        "jb" => Check.Length,
        _ => Check.Other,
    };

    public override bool PreparesArgument(CodeLine line) => line.Mnemonic is "mov" or "xor" or "lea";

    public override bool LoadsPartOfConstant(CodeLine line) => false;

    public override string CallOfDelegate(string signature) => signature;

    public override IReadOnlyList<CodeLine> WithNames(IReadOnlyList<CodeLine> lines, IReadOnlyDictionary<ulong, string> names) => lines;

    protected override IEnumerable<(string Name, string Register, int Bits)> Names()
    {
        foreach (var letter in "abcd")
        {
            yield return ($"r{letter}x", $"r{letter}x", 64);
            yield return ($"e{letter}x", $"r{letter}x", 32);
            yield return ($"{letter}x", $"r{letter}x", 16);
            yield return ($"{letter}l", $"r{letter}x", 8);
        }

        foreach (var name in new[] { "si", "di", "sp", "bp" })
        {
            yield return ($"r{name}", $"r{name}", 64);
            yield return ($"e{name}", $"r{name}", 32);
            yield return (name, $"r{name}", 16);
            yield return ($"{name}l", $"r{name}", 8);
        }

        for (var number = 8; number < 16; number++)
        {
            yield return ($"r{number}", $"r{number}", 64);
            yield return ($"r{number}d", $"r{number}", 32);
            yield return ($"r{number}w", $"r{number}", 16);
            yield return ($"r{number}b", $"r{number}", 8);
        }

        for (var number = 0; number < 32; number++)
        {
            yield return ($"xmm{number}", $"xmm{number}", 128);
            yield return ($"ymm{number}", $"xmm{number}", 256);
            yield return ($"zmm{number}", $"xmm{number}", 512);
        }
    }

    [GeneratedRegex(@"(?<label>G_M\w+)|(?<slot>rbp-0x[0-9A-F]+)|(?<register>\b([re]?[abcd]x|[abcd]l|[re]?[sd]i|[sd]il|[re]?[sb]p|[sb]pl|r\d+[dwb]?|[xyz]mm\d+)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TokensOfX64();
}
