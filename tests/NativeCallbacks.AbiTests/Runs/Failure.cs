using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What went wrong with a signature.</summary>
/// <param name="Seed">The seed of the batch.</param>
/// <param name="Signature">The signature that was called.</param>
/// <param name="Compiler">What its C was compiled by.</param>
/// <param name="IsDown">Whether C# called C.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Place">Of a wrong byte, where it was: <c>parameter 5 (`p5`), field `a.b[2]`</c>; empty otherwise.</param>
/// <param name="Detail">The rest, in words.</param>
internal sealed record Failure(ulong Seed, Signature Signature, CCompiler Compiler, bool IsDown, Outcome Outcome, string Place, string Detail)
{
    /// <summary>The number under which the child tells of results: <c>ABI_RESULT</c>.</summary>
    private const int Result = 30;

    public override string ToString() =>
        $"seed {Seed}, signature {Signature.Key}, {Compiler}, {(IsDown ? "C# calls C" : "C calls C#")}, {(Place.Length == 0 ? "" : Place + ", ")}{Detail}";

    /// <summary>Reads a line of the child's: what was wrong, and with which argument set.</summary>
    public static Failure Read(Batch batch, IReadOnlyList<Step> steps, string line)
    {
        var words = line.Split(' ');
        var (step, set) = (steps[int.Parse(words[1], CultureInfo.InvariantCulture)], words[5]);
        if (words[0] == "threw")
        {
            return step.Fails(batch, Outcome.Threw, "", $"argument set {set}: {string.Join(' ', words.Skip(6))}");
        }

        var numbers = words.Skip(10).Select(static word => ulong.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var (parameter, element, leaf, offset, expected, was) = ((int)numbers[0], numbers[1], (int)numbers[2], numbers[3], numbers[4], numbers[5]);
        var signature = step.Signature.Closure().Last(inner => inner.Key == int.Parse(words[6], CultureInfo.InvariantCulture));
        var (what, phase) = (words[8], words[9]);
        var subject = parameter == Result ? "result" : $"parameter {parameter} (`p{parameter}`)";
        var type = parameter == Result ? (signature.Result as ValueResult)?.Type : signature.Parameter(parameter).Type;
        var isElement = parameter != Result && signature.Parameter(parameter) is ShapedParameter;
        var path = type is StructType structure && what == "Bytes" ? PathOf(structure, leaf) : "";
        var place = (signature == step.Signature ? "" : $"its callback of signature {signature.Key}, ")
            + subject
            + (isElement && what == "Bytes" ? $", element {element}" : "")
            + (what == "Length" ? $", dimension {element}" : "")
            + (path.Length == 0 ? "" : $", field `{path}`");
        var value = what switch
        {
            "Bytes" => $"offset {offset}: expected 0x{expected:x2}, was 0x{was:x2}",
            "Address" => $"address: expected 0x{expected:x}, was 0x{was:x}",
            "Rank" => $"rank: expected {expected}, was {was}",
            "Length" => $"length: expected {expected}, was {was}",
            "Characters" => $"character {offset}: expected 0x{expected:x}, was 0x{was:x}",
            _ => $"{(phase == "Errno" ? "errno" : "exceptions")}: expected {expected}, was {was}",
        };
        var side = words[7] == "0" ? "C" : "C#";
        return step.Fails(batch, Outcome.WrongByte, place, $"{value} (seen by {side}, {phase.ToLowerInvariant()}, argument set {set})");
    }

    /// <summary>The field that is the number of that place.</summary>
    private static string PathOf(StructType type, int number)
    {
        foreach (var leaf in type.Leaves)
        {
            if (number < leaf.Count)
            {
                return leaf.Count == 1 ? leaf.Path : $"{leaf.Path}[{number}]";
            }

            number -= leaf.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, "The struct has fewer numbers.");
    }
}

/// <summary>How a call ended that went wrong.</summary>
internal enum Outcome
{
    /// <summary>An argument or a result was not what its name says.</summary>
    WrongByte,

    /// <summary>There was an exception.</summary>
    Threw,

    /// <summary>The process died.</summary>
    Crashed,
}

/// <summary>One signature of one library in one direction.</summary>
internal sealed record Step(CCompiler Compiler, Signature Signature, bool IsDown)
{
    public Failure Fails(Batch batch, Outcome outcome, string place, string detail) =>
        new(batch.Seed, Signature, Compiler, IsDown, outcome, place, detail);
}
