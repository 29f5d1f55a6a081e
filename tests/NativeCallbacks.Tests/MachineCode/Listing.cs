using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What the JIT wrote of one method.</summary>
/// <param name="Name">Class and method: <c>OurTwins:Scalar</c>.</param>
/// <param name="Result">The type of the result as the JIT names it; empty for none.</param>
/// <param name="Lines">The instructions, and the labels that something refers to.</param>
internal sealed record MethodListing(string Name, string Result, IReadOnlyList<CodeLine> Lines)
{
    /// <summary>The path of a call on which nothing is thrown; the rest follows its return.</summary>
    public MethodListing ToReturn() => this with { Lines = [.. Lines.TakeWhile(static line => line.Mnemonic != "ret"), CodeLine.Instruction("ret")] };

    public override string ToString() => $"{Name}\n{string.Join('\n', Lines)}";
}

/// <summary>The file that <c>DOTNET_JitStdOutFile</c> names, method by method.</summary>
internal sealed class Listing
{
    private const string Header = "; Assembly listing for method ";
    private const string FullyOptimized = " (FullOpts)";

    private readonly Dictionary<string, MethodListing> _methods = [];

    public Listing(IEnumerable<string> lines)
    {
        var (header, code) = ("", new List<CodeLine>());
        foreach (var line in lines)
        {
            if (line.StartsWith(Header, StringComparison.Ordinal))
            {
                Add(header, code);
                (header, code) = (line[Header.Length..], []);
            }
            else if (line.StartsWith("G_M", StringComparison.Ordinal))
            {
                code.Add(CodeLine.Label(line.TrimEnd(':')));
            }
            else if (!string.IsNullOrWhiteSpace(line) && line[0] != ';')
            {
                code.Add(CodeLine.Instruction(line));
            }
        }

        Add(header, code);
    }

    /// <summary>A method of a class, as <c>OurTwins:Scalar</c>.</summary>
    public MethodListing this[string name] => _methods.TryGetValue(name, out var method)
        ? method
        : throw new KeyNotFoundException($"{name} is not among the methods that the JIT listed: {string.Join(", ", _methods.Keys)}");

    public IEnumerable<string> Methods => _methods.Keys;

    public static Listing Read(string path) => new(File.ReadLines(path));

    /// <summary>The lines without the labels that nothing refers to.</summary>
    public static IReadOnlyList<CodeLine> WithoutIdleLabels(IReadOnlyList<CodeLine> lines)
    {
        var used = lines.Where(static line => !line.IsLabel)
            .SelectMany(static line => line.Operands)
            .ToHashSet();
        return [.. lines.Where(line => !line.IsLabel || used.Contains(line.Operands[0]))];
    }

    private void Add(string header, List<CodeLine> code)
    {
        if (header.Length == 0)
        {
            return;
        }

        if (!header.EndsWith(FullyOptimized, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"This code is not fully optimized: {header}");
        }

        // NativeCallbacks.Tests.MachineCode.OurTwins:Scalar(…):double (FullOpts)
        var name = header[..header.IndexOf('(')];
        var result = header[(header.LastIndexOf(')', header.Length - FullyOptimized.Length) + 1)..^FullyOptimized.Length].TrimStart(':');
        name = name[(name.LastIndexOf('.') + 1)..];
        _methods.Add(name, new MethodListing(name, result, WithoutIdleLabels(code)));
    }
}
