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
    private readonly Processor _processor;
    private readonly string[] _results;

    private ListingComparison(Processor processor, string result)
    {
        _processor = processor;
        _results = result switch
        {
            "" => [],
            "double" or "float" => [processor.FloatingResult],
            _ => [processor.IntegerResult],
        };
        ResetTo(processor.All);
    }

    /// <summary>The first difference, or null.</summary>
    public static string? Difference(MethodListing ours, MethodListing theirs)
    {
        var comparison = new ListingComparison(theirs.Lines[0].Processor, theirs.Result);
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

        var overwritten = _processor.Overwritten(ours);
        if (overwritten != _processor.Overwritten(theirs) || _processor.Clears(ours) != _processor.Clears(theirs))
        {
            return "another kind of operand";
        }

        // Reads come before the write, and what is only cleared is not read.
        for (var i = overwritten; i < ours.Operands.Count && !_processor.Clears(ours); i++)
        {
            if (!IsSame(ours.Operands[i], theirs.Operands[i]))
            {
                return $"'{ours.Operands[i]}' does not stand for '{theirs.Operands[i]}'";
            }
        }

        for (var i = 0; i < overwritten; i++)
        {
            var (written, other) = (ours.Operands[i], theirs.Operands[i]);
            var (register, bits) = _processor.Find(_processor.Tokens.Match(written).Value);
            var (otherRegister, otherBits) = _processor.Find(_processor.Tokens.Match(other).Value);
            if (bits != otherBits || _processor.Tokens.Replace(written, "#") != _processor.Tokens.Replace(other, "#"))
            {
                return "another width";
            }

            _registers.Join(register, otherRegister);
        }

        return FlowDifference(ours);
    }

    /// <summary>Where control leaves or comes together, registers have a meaning that their names must share.</summary>
    private string? FlowDifference(CodeLine line)
    {
        if (line.IsCall)
        {
            var strangers = _processor.Arguments.Where(register => !_registers.Joins(register, register)).ToList();
            ResetTo(_processor.All.Except(_processor.Preserved));
            return strangers.Count == 0 ? null : $"arguments have moved: {string.Join(", ", strangers)}";
        }

        if (line.Mnemonic == "ret")
        {
            var strangers = _processor.Preserved.Concat(_results).Where(register => !_registers.Joins(register, register)).ToList();
            return strangers.Count == 0 ? null : $"preserved registers or results have moved: {string.Join(", ", strangers)}";
        }

        if (line.IsLabel || line.IsConditionalJump || line.IsJump)
        {
            // After a jump that is always taken, the label's own state counts.
            var state = _registers.Of(_processor.Preserved);
            return _registersAtLabels.TryAdd(line.Target, state) || _registersAtLabels[line.Target] == state
                ? null
                : $"registers at {line.Target} were ({_registersAtLabels[line.Target]}) and are ({state})";
        }

        return null;
    }

    private bool IsSame(string ours, string theirs)
    {
        var (mine, others) = (_processor.Tokens.Matches(ours), _processor.Tokens.Matches(theirs));
        if (mine.Count != others.Count || _processor.Tokens.Replace(ours, "#") != _processor.Tokens.Replace(theirs, "#"))
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
                    && _processor.Find(a.Value).Bits == _processor.Find(b.Value).Bits
                    && _registers.Joins(_processor.Find(a.Value).Register, _processor.Find(b.Value).Register),
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
}
