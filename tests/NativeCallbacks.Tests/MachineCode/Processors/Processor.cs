using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What the comparison must know of a processor, of its calling convention and of how the JIT lists its code.</summary>
internal abstract class Processor
{
    private Dictionary<string, (string Register, int Bits)>? _byName;

    public static Processor X64 { get; } = new X64();

    public static Processor Arm64 { get; } = new Arm64();

    /// <summary>The processor that the tests run on, if the comparison knows it.</summary>
    public static Processor? Current { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        _ => null,
    };

    public abstract string IntegerResult { get; }

    public abstract string FloatingResult { get; }

    /// <summary>What a call may read.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>What a call leaves as it was.</summary>
    public abstract IReadOnlyList<string> Preserved { get; }

    public abstract IReadOnlyList<string> All { get; }

    /// <summary>Finds registers, local slots of the frame and labels in an operand.</summary>
    public abstract Regex Tokens { get; }

    /// <summary>How an operand that is in the frame begins.</summary>
    public abstract string Frame { get; }

    /// <summary>Whether the JIT joins checks of dimensions and lengths into one branch, by conditions that it computes.</summary>
    public abstract bool JoinsChecks { get; }

    /// <summary>Whether the JIT lists the names of called methods; otherwise it must list addresses, and no placeholders for them.</summary>
    public abstract bool NamesCalls { get; }

    public abstract bool IsCall(string mnemonic);

    /// <summary>Whether control can go on at the last operand or at the next line.</summary>
    public abstract bool IsConditionalJump(string mnemonic);

    public abstract bool IsJump(string mnemonic);

    /// <summary>Whether control never reaches the next line.</summary>
    public abstract bool EndsFlow(string mnemonic);

    /// <summary>Splits what follows the mnemonic.</summary>
    public abstract IReadOnlyList<string> Operands(string mnemonic, string text);

    /// <summary>The whole register of which a name means a part, and how wide the part is.</summary>
    public (string Register, int Bits) Find(string name) => ByName[name];

    public bool IsRegister(string operand) => ByName.ContainsKey(operand);

    /// <summary>How many of the first operands are registers that the instruction writes whole without reading them there.</summary>
    public abstract int Overwritten(CodeLine line);

    /// <summary>Whether the instruction makes a register zero from a register, whatever was there.</summary>
    public abstract bool Clears(CodeLine line);

    /// <summary>What a conditional jump to the cold block checks.</summary>
    /// <param name="jump">The jump.</param>
    /// <param name="before">The instruction before it, which goes with a check for null if it compares for that alone.</param>
    public abstract Check CheckOf(CodeLine jump, CodeLine? before);

    /// <summary>Whether the instruction can prepare an argument of the cold call.</summary>
    public abstract bool PreparesArgument(CodeLine line);

    /// <summary>What follows the call of the method that makes the exception: the throw, and what is never reached.</summary>
    public abstract IReadOnlyList<string> Throw { get; }

    /// <summary>Whether the instruction is a part of the load of a constant that is too wide for one instruction.</summary>
    public abstract bool LoadsPartOfConstant(CodeLine line);

    /// <summary>
    /// The lines with each load of a wide constant that begins a block before its label, as if it were executed once and not in each
    /// pass of the loop.
    /// </summary>
    public IReadOnlyList<CodeLine> WithConstantsBeforeLabels(IReadOnlyList<CodeLine> lines)
    {
        var moved = lines.ToList();
        for (var i = 1; i < moved.Count; i++)
        {
            if (moved[i - 1].IsLabel && LoadsPartOfConstant(moved[i]))
            {
                (moved[i - 1], moved[i]) = (moved[i], moved[i - 1]);
            }
        }

        return moved;
    }

    /// <summary>What the call of a delegate of a type is named.</summary>
    public abstract string CallOfDelegate(string signature);

    /// <summary>The lines with the names of called methods, where the JIT leaves them out.</summary>
    public abstract IReadOnlyList<CodeLine> WithNames(IReadOnlyList<CodeLine> lines, IReadOnlyDictionary<ulong, string> names);

    protected abstract IEnumerable<(string Name, string Register, int Bits)> Names();

    private Dictionary<string, (string Register, int Bits)> ByName =>
        _byName ??= Names().ToDictionary(static item => item.Name, static item => (item.Register, item.Bits));
}

/// <summary>What a conditional jump to the cold block is for.</summary>
internal enum Check
{
    /// <summary>The address is zero, as the jump finds by itself.</summary>
    Null,

    /// <summary>The address is zero, as the instruction before the jump finds, which does nothing else.</summary>
    NullOfInstructionBefore,

    /// <summary>A dimension is negative.</summary>
    Sign,

    /// <summary>A span is too short.</summary>
    Length,

    Other,
}
