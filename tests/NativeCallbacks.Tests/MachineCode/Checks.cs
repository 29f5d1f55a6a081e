using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// The checks of a generated call: conditional jumps to one cold block, which asks <c>Refused__</c> for the exception and
/// throws it; and the code without them.
/// </summary>
/// <param name="Null">Jumps because the address is zero.</param>
/// <param name="Sign">Jumps because a dimension is negative, merged or one each.</param>
/// <param name="Length">Jumps because a span is too short.</param>
/// <param name="Other">Jumps without a name.</param>
/// <param name="Rest">The method without the cold block, its null check and the jumps.</param>
internal sealed record Checks(int Null, int Sign, int Length, int Other, MethodListing Rest)
{
    public static Checks Of(MethodListing method)
    {
        var lines = method.Lines;
        var (first, last) = ColdBlock(method);
        var label = lines[first].Operands[0];
        var rest = new List<CodeLine>();
        var (nulls, signs, lengths, others) = (0, 0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i >= first && i <= last)
            {
                continue;
            }

            if (!lines[i].JumpsTo(label))
            {
                rest.Add(lines[i]);
            }
            else
            {
                var check = lines[i].Processor.CheckOf(lines[i], rest.LastOrDefault());
                if (check == Check.NullOfInstructionBefore)
                {
                    rest.RemoveAt(rest.Count - 1);
                }

                _ = check switch { Check.Null or Check.NullOfInstructionBefore => nulls++, Check.Sign => signs++, Check.Length => lengths++, _ => others++ };
            }
        }

        return new Checks(nulls, signs, lengths, others, method with { Lines = Listing.WithoutIdleLabels(rest) });
    }

    /// <summary>The first and the last line of: label; arguments; call of Refused__; <see cref="Processor.Throw"/>.</summary>
    private static (int First, int Last) ColdBlock(MethodListing method)
    {
        var lines = method.Lines;
        var call = lines.ToList().FindIndex(static line => line.Calls(":Refused__("));
        var first = call;
        while (first > 0 && lines[first - 1].Processor.PreparesArgument(lines[first - 1]))
        {
            first--;
        }

        first--;
        if (call < 0
            || first < 1
            || !lines[first].IsLabel
            || !lines[first - 1].EndsFlow
            || !lines.Skip(call + 1).Take(lines[call].Processor.Throw.Count).Select(static line => line.ToString().Replace("[", "").Replace("]", "")).SequenceEqual(lines[call].Processor.Throw))
        {
            throw new InvalidDataException($"There is no cold block as checks have it in {method}");
        }

        return (first, call + lines[call].Processor.Throw.Count);
    }
}
