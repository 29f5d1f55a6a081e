using System;
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
            .Select(static line => Registers.IsRegister(line.Operands[0]) || line.Operands[0].Contains("ptr [rbp", StringComparison.Ordinal) ? "native" : line.Operands[0]),
    ];

    private static int Branches(MethodListing method) => method.Lines.Count(static line => line.IsConditionalJump);
}
