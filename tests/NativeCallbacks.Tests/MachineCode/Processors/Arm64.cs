using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Arm64, and what its procedure call standard (AAPCS64) says of its registers.</summary>
internal sealed partial class Arm64 : Processor
{
    private const string Delegate = "[delegate]";

    public override string IntegerResult => "x0";

    public override string FloatingResult => "v0";

    /// <summary>With the address of a result in memory, <c>x8</c>.</summary>
    public override IReadOnlyList<string> Arguments { get; } =
        [.. Enumerable.Range(0, 9).Select(static number => $"x{number}"), .. Enumerable.Range(0, 8).Select(static number => $"v{number}")];

    /// <summary>Of <c>v8</c> to <c>v15</c> only the lower halves, which are all that a <c>double</c> needs.</summary>
    public override IReadOnlyList<string> Preserved { get; } =
        [.. Enumerable.Range(19, 10).Select(static number => $"x{number}"), "fp", "sp", .. Enumerable.Range(8, 8).Select(static number => $"v{number}")];

    public override IReadOnlyList<string> All =>
        [.. Arguments, .. Preserved, "lr", .. Enumerable.Range(9, 9).Select(static number => $"x{number}"), .. Enumerable.Range(16, 16).Select(static number => $"v{number}")];

    /// <summary>No slots: one instruction can access two, and renaming the first would say nothing of the second.</summary>
    public override Regex Tokens => TokensOfArm64();

    public override string Frame => "[fp";

    public override bool JoinsChecks => true;

    public override bool NamesCalls => false;

    public override IReadOnlyList<string> Throw { get; } = ["bl CORINFO_HELP_THROW", "brk #0"];

    public override bool IsCall(string mnemonic) => mnemonic is "bl" or "blr";

    public override bool IsConditionalJump(string mnemonic) =>
        mnemonic is "cbz" or "cbnz" or "tbz" or "tbnz" or "beq" or "bne" or "bhs" or "blo" or "bmi" or "bpl" or "bvs" or "bvc"
            or "bhi" or "bls" or "bge" or "blt" or "bgt" or "ble";

    public override bool IsJump(string mnemonic) => mnemonic == "b";

    public override bool EndsFlow(string mnemonic) => mnemonic is "ret" or "b" or "br" or "brk";

    /// <summary>The commas of <c>[fp, #0x10]</c> separate no operands.</summary>
    public override IReadOnlyList<string> Operands(string mnemonic, string text) => IsCall(mnemonic) ? [text] : CommasOutsideOfBrackets().Split(text);

    /// <summary>A pair is loaded into two registers. What is not listed, as <c>movk</c>, may read the first operand.</summary>
    public override int Overwritten(CodeLine line) => line.Mnemonic switch
    {
        "ldp" => 2,
        "mov" or "movz" or "movn" or "movi" or "fmov" or "ldr" or "ldrb" or "ldrh" or "ldrsb" or "ldrsh" or "ldrsw" or "ldapr" or "adr"
            or "add" or "sub" or "mul" or "umull" or "smull" or "and" or "orr" or "eor" or "lsl" or "lsr" or "asr" or "ubfiz" or "sxtb" or "sxth" or "sxtw"
            or "uxtb" or "uxth" or "cset" or "csel" or "scvtf" or "fadd" or "fsub" or "fmul" or "fdiv" => IsWhole(line.Operands[0]) ? 1 : 0,
        _ => 0,
    };

    /// <summary>Zero has a register of its own, so that no other is read for it.</summary>
    public override bool Clears(CodeLine line) => false;

    /// <summary><c>cbz</c> for null; signs and lengths are conditions that are computed before one jump.</summary>
    public override Check CheckOf(CodeLine jump, CodeLine? before) => jump.Mnemonic switch
    {
        "cbz" when jump.Operands[0][0] == 'x' => Check.Null,
        "blt" => Check.Sign,
        "blo" => Check.Length,
        _ => Check.Other,
    };

    public override bool PreparesArgument(CodeLine line) => line.Mnemonic is "mov" or "movz" or "movk" or "add" or "ldr";

    public override bool LoadsPartOfConstant(CodeLine line) => line.Mnemonic is "movz" or "movk";

    public override string CallOfDelegate(string signature) => Delegate;

    /// <summary>
    /// A method is called through the cell that has its address: <c>movz x1; movk x1; movk x1; ldr x1, [x1]; blr x1</c>. The cell
    /// without a known name is named by its address, so that twins can still be compared.
    /// </summary>
    public override IReadOnlyList<CodeLine> WithNames(IReadOnlyList<CodeLine> lines, IReadOnlyDictionary<ulong, string> names)
    {
        var (constants, called) = (new Dictionary<string, ulong>(), new Dictionary<string, string>());
        return [.. lines.Select(Named)];

        CodeLine Named(CodeLine line)
        {
            var result = line.Mnemonic == "blr" && called.TryGetValue(line.Operands[0], out var method) ? line with { Operands = [method] } : line;
            if (line.IsLabel || line.IsCall)
            {
                // A label is reached in other ways too.
                constants.Clear();
                called.Clear();
            }
            else if (line.Operands.Count >= 2)
            {
                Follow(line.Mnemonic, line.Operands[0], line.Operands[1], Overwritten(line));
            }

            return result;
        }

        void Follow(string mnemonic, string target, string source, int overwritten)
        {
            var before = constants.GetValueOrDefault(target);
            var isCell = constants.TryGetValue(source.Trim('[', ']'), out var cell);
            if (overwritten > 0 || mnemonic == "movk")
            {
                constants.Remove(target);
                called.Remove(target);
            }

            if (mnemonic == "movz" || (mnemonic == "movk" && before != 0))
            {
                constants[target] = (mnemonic == "movz" ? 0 : before) | ImmediateOf(source);
            }
            else if (mnemonic == "ldr" && isCell)
            {
                called[target] = names.TryGetValue(cell, out var name) ? name : $"[0x{cell:X}]";
            }
            else if (mnemonic == "ldr" && source.EndsWith(", #0x18]", StringComparison.Ordinal))
            {
                called[target] = Delegate; // Where a delegate has the address of its code.
            }
        }
    }

    protected override IEnumerable<(string Name, string Register, int Bits)> Names()
    {
        for (var number = 0; number < 29; number++)
        {
            yield return ($"x{number}", $"x{number}", 64);
            yield return ($"w{number}", $"x{number}", 32);
        }

        foreach (var name in new[] { "fp", "lr", "sp" })
        {
            yield return (name, name, 64);
        }

        for (var number = 0; number < 32; number++)
        {
            yield return ($"v{number}", $"v{number}", 128);
            yield return ($"q{number}", $"v{number}", 128);
            yield return ($"d{number}", $"v{number}", 64);
            yield return ($"s{number}", $"v{number}", 32);
        }
    }

    /// <summary>A part of a vector keeps the rest of it, so that only whole ones are overwritten: <c>v0.8b</c>, which clears the rest, or <c>v0.16b</c>.</summary>
    private bool IsWhole(string operand) => IsRegister(operand) || operand.EndsWith(".8b", StringComparison.Ordinal) || operand.EndsWith(".16b", StringComparison.Ordinal);

    /// <summary><c>#0xB118</c>, <c>#85 LSL #32</c>.</summary>
    private static ulong ImmediateOf(string operand)
    {
        var parts = operand.Split(" LSL #");
        var digits = parts[0].TrimStart('#');
        var value = digits.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.Parse(digits[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : ulong.Parse(digits, CultureInfo.InvariantCulture);
        return parts.Length == 1 ? value : value << int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@",\s*(?![^\[]*\])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CommasOutsideOfBrackets();

    [GeneratedRegex(@"(?<label>G_M\w+)|(?<register>\b([xwvqds]\d+|fp|lr|sp)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TokensOfArm64();
}
