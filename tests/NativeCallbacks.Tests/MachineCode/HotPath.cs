using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What costs on the way to native code and back, where the registers of two methods cannot be compared: calls and branches.</summary>
internal static class HotPath
{
    /// <summary>What one method calls or branches for, and the other does not; null for nothing.</summary>
    public static string? Difference(MethodListing ours, MethodListing theirs)
    {
        var (calls, theirCalls) = (Calls(ours), Calls(theirs));
        if (!calls.SequenceEqual(theirCalls))
        {
            return $"{ours.Name} calls [{string.Join(", ", calls)}], but {theirs.Name} [{string.Join(", ", theirCalls)}].\n\n{ours}\n\n{theirs}";
        }

        var (branches, theirBranches) = (Branches(ours), Branches(theirs));
        return branches == theirBranches
            ? null
            : $"{ours.Name} has {branches} conditional branches, but {theirs.Name} has {theirBranches}.\n\n{ours}\n\n{theirs}";
    }

    /// <summary>What a method calls, in order; the native function, whatever register holds it, is "native".</summary>
    public static string[] Calls(MethodListing method) =>
    [
        .. method.Lines.Where(static line => line.IsCall)
            .Select(static line => NameOfCalled(line.Processor, line.Operands[0])),
    ];

    public static int Branches(MethodListing method) => method.Lines.Count(static line => line.IsConditionalJump);

    /// <summary>What is executed from a label on, or from the start, where no condition leads away; and how many jumps that takes.</summary>
    public static (MethodListing Way, int Jumps) Straight(MethodListing method, string? label = null)
    {
        var (way, jumps) = (new List<CodeLine>(), 0);
        for (var line = label is null ? 0 : LineOf(label); ; line++)
        {
            while (method.Lines[line] is { IsJump: true } jump)
            {
                line = LineOf(jump.Target);
                jumps++;
            }

            way.Add(method.Lines[line]);
            if (way[^1].EndsFlow)
            {
                return (method with { Lines = [.. way.Where(static line => !line.IsLabel)] }, jumps);
            }
        }

        int LineOf(string target) => method.Lines.ToList().FindIndex(line => line.IsLabel && line.Operands[0] == target);
    }

    /// <summary>What is called first where a condition on the way leads away, for each.</summary>
    public static IEnumerable<string> FirstCallsBeside(MethodListing method) => Straight(method).Way.Lines
        .Where(static line => line.IsConditionalJump)
        .Select(jump => Calls(Straight(method, jump.Target).Way).FirstOrDefault("nothing"));

    /// <summary>A delegate's method follows the address that it is read from: <c>[rax+0x18]Class:Invoke()</c>.</summary>
    private static string NameOfCalled(Processor processor, string operand) =>
        processor.IsRegister(operand) || operand.Contains(processor.Frame, StringComparison.Ordinal) ? "native"
        : operand.EndsWith(']') ? operand
        : operand[(operand.IndexOf(']') + 1)..];
}
