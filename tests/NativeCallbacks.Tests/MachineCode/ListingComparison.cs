using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// Whether two methods are the same instructions after renaming. Labels and slots of the frame are renamed once for the
/// whole method. Registers are renamed for each live range: a write without a read starts a new one, and the calling
/// convention says where names must agree (arguments at a call, the result and the preserved registers at the end).
/// </summary>
internal sealed class ListingComparison
{
    private readonly Renaming _labels = new(), _slots = new(), _registers = new();
    private readonly Dictionary<string, string> _registersAtLabels = [];
    private readonly string[] _results;

    private ListingComparison(string result)
    {
        _results = result switch
        {
            "" => [],
            "double" or "float" => [Registers.FloatingResult],
            _ => [Registers.IntegerResult],
        };
        ResetTo(Registers.All);
    }

    /// <summary>The first difference, or null.</summary>
    public static string? Difference(MethodListing ours, MethodListing theirs)
    {
        var comparison = new ListingComparison(theirs.Result);
        for (var i = 0; i < ours.Lines.Count && i < theirs.Lines.Count; i++)
        {
            if (comparison.Difference(ours.Lines[i], theirs.Lines[i]) is { } difference)
            {
                return $"{ours.Name} differs from {theirs.Name} in line {i}: {ours.Lines[i]} | {theirs.Lines[i]}: {difference}\n\n{ours}\n\n{theirs}";
            }
        }

        return ours.Lines.Count == theirs.Lines.Count
            ? null
            : $"{ours.Name} has {ours.Lines.Count} lines, but {theirs.Name} has {theirs.Lines.Count}.\n\n{ours}\n\n{theirs}";
    }

    private string? Difference(CodeLine ours, CodeLine theirs)
    {
        if (ours.Mnemonic != theirs.Mnemonic || ours.Operands.Count != theirs.Operands.Count)
        {
            return "another instruction";
        }

        var overwrites = Overwrites(ours);
        if (overwrites != Overwrites(theirs) || ClearsRegister(ours) != ClearsRegister(theirs))
        {
            return "another kind of operand";
        }

        // Reads come before the write, and what is only cleared is not read.
        for (var i = overwrites ? 1 : 0; i < ours.Operands.Count && !ClearsRegister(ours); i++)
        {
            if (!IsSame(ours.Operands[i], theirs.Operands[i]))
            {
                return $"'{ours.Operands[i]}' does not stand for '{theirs.Operands[i]}'";
            }
        }

        if (overwrites)
        {
            var (register, bits) = Registers.Find(ours.Operands[0]);
            var (other, otherBits) = Registers.Find(theirs.Operands[0]);
            if (bits != otherBits)
            {
                return "another width";
            }

            _registers.Join(register, other);
        }

        return FlowDifference(ours);
    }

    /// <summary>Where control leaves or comes together, registers have a meaning that their names must share.</summary>
    private string? FlowDifference(CodeLine line)
    {
        if (line.IsCall)
        {
            var strangers = Registers.Arguments.Where(register => !_registers.Joins(register, register)).ToList();
            ResetTo(Registers.All.Except(Registers.Preserved));
            return strangers.Count == 0 ? null : $"arguments have moved: {string.Join(", ", strangers)}";
        }

        if (line.Mnemonic == "ret")
        {
            var strangers = Registers.Preserved.Concat(_results).Where(register => !_registers.Joins(register, register)).ToList();
            return strangers.Count == 0 ? null : $"preserved registers or results have moved: {string.Join(", ", strangers)}";
        }

        if (line.IsLabel || line.IsConditionalJump || line.Mnemonic == "jmp")
        {
            // After a jump that is always taken, the label's own state counts.
            var state = _registers.Of(Registers.Preserved);
            return _registersAtLabels.TryAdd(line.Operands[0], state) || _registersAtLabels[line.Operands[0]] == state
                ? null
                : $"registers at {line.Operands[0]} were ({_registersAtLabels[line.Operands[0]]}) and are ({state})";
        }

        return null;
    }

    private bool IsSame(string ours, string theirs)
    {
        var (mine, others) = (Registers.Tokens().Matches(ours), Registers.Tokens().Matches(theirs));
        if (mine.Count != others.Count || Registers.Tokens().Replace(ours, "#") != Registers.Tokens().Replace(theirs, "#"))
        {
            return false;
        }

        return mine.Zip(others).All(pair =>
        {
            var (a, b) = (pair.First, pair.Second);
            return (a, b) switch
            {
                _ when a.Groups["label"].Success => b.Groups["label"].Success && _labels.JoinsFromNowOn(a.Value, b.Value),
                _ when a.Groups["slot"].Success => b.Groups["slot"].Success && _slots.JoinsFromNowOn(a.Value, b.Value),
                _ => b.Groups["register"].Success
                    && Registers.Find(a.Value).Bits == Registers.Find(b.Value).Bits
                    && _registers.Joins(Registers.Find(a.Value).Register, Registers.Find(b.Value).Register),
            };
        });
    }

    private void ResetTo(IEnumerable<string> registers)
    {
        foreach (var register in registers)
        {
            _registers.Join(register, register);
        }
    }

    /// <summary>Whether the instruction writes all of its first operand, a register, without reading it there.</summary>
    private static bool Overwrites(CodeLine line) =>
        line.Operands.Count > 0
        && Registers.IsRegister(line.Operands[0])
        && Registers.Find(line.Operands[0]).Bits >= 32
        && (line.Mnemonic is "mov" or "movsx" or "movsxd" or "movzx" or "lea" or "pop"
            || line.Mnemonic.StartsWith("vmov", System.StringComparison.Ordinal)
            || (line.Mnemonic[0] == 'v' && line.Operands.Count >= 3)
            || ClearsRegister(line));

    /// <summary><c>xor r, r</c> and <c>vxorps x, y, y</c>: zero, whatever was there.</summary>
    private static bool ClearsRegister(CodeLine line) =>
        line.Mnemonic is "xor" or "vxorps" && line.Operands.Count >= 2 && line.Operands[^1] == line.Operands[^2];
}
