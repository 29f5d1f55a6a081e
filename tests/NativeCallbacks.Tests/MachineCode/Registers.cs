using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>The registers of x86-64, and what the System V calling convention says of them.</summary>
internal static partial class Registers
{
    public const string IntegerResult = "rax";
    public const string FloatingResult = "xmm0";

    /// <summary>What a call may read.</summary>
    public static readonly string[] Arguments =
        ["rdi", "rsi", "rdx", "rcx", "r8", "r9", .. Enumerable.Range(0, 8).Select(static number => $"xmm{number}")];

    /// <summary>What a call leaves as it was.</summary>
    public static readonly string[] Preserved = ["rbx", "rbp", "rsp", "r12", "r13", "r14", "r15"];

    public static readonly string[] All =
        ["rax", "r10", "r11", .. Arguments, .. Preserved, .. Enumerable.Range(8, 24).Select(static number => $"xmm{number}")];

    private static readonly Dictionary<string, (string Register, int Bits)> ByName = Names().ToDictionary(static item => item.Name, static item => (item.Register, item.Bits));

    /// <summary>Finds registers, local slots of the frame and labels in an operand.</summary>
    [GeneratedRegex(@"(?<label>G_M\w+)|(?<slot>rbp-0x[0-9A-F]+)|(?<register>\b([re]?[abcd]x|[abcd]l|[re]?[sd]i|[sd]il|[re]?[sb]p|[sb]pl|r\d+[dwb]?|[xyz]mm\d+)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    public static partial Regex Tokens();

    /// <summary>The whole register of which a name means a part: <c>edi</c> is 32 bits of <c>rdi</c>.</summary>
    public static (string Register, int Bits) Find(string name) => ByName[name];

    public static bool IsRegister(string operand) => ByName.ContainsKey(operand);

    private static IEnumerable<(string Name, string Register, int Bits)> Names()
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
}
