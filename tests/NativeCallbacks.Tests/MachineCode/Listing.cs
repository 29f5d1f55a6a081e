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
    public MethodListing ToReturn() => this with { Lines = [.. Lines.TakeWhile(static line => line.Mnemonic != "ret"), Lines.First(static line => line.Mnemonic == "ret")] };

    public override string ToString() => $"{Name}\n{string.Join('\n', Lines)}";
}

/// <summary>The file that <c>DOTNET_JitStdOutFile</c> names, method by method.</summary>
internal sealed class Listing
{
    private const string Header = "; Assembly listing for method ";
    private const string FullyOptimized = " (FullOpts)";

    private readonly Dictionary<string, MethodListing> _methods = [];

    private readonly Processor _processor;
    private readonly IReadOnlyDictionary<ulong, string> _names;

    /// <param name="processor">Whose code it is.</param>
    /// <param name="lines">What the JIT wrote.</param>
    /// <param name="names">The names of called methods by their cells, if the JIT wrote none.</param>
    public Listing(Processor processor, IEnumerable<string> lines, IReadOnlyDictionary<ulong, string> names)
    {
        (_processor, _names) = (processor, names);
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
                code.Add(CodeLine.Label(processor, line[..line.IndexOf(':')]));
            }
            else if (!string.IsNullOrWhiteSpace(line) && line[0] != ';')
            {
                code.Add(CodeLine.Instruction(processor, line));
            }
        }

        Add(header, code);
    }

    /// <summary>A method of a class, as <c>OurTwins:Scalar</c>.</summary>
    public MethodListing this[string name] => _methods.TryGetValue(name, out var method)
        ? method
        : throw new KeyNotFoundException($"{name} is not among the methods that the JIT listed: {string.Join(", ", _methods.Keys)}");

    public IEnumerable<string> Methods => _methods.Keys;

    public static Listing Read(string path, IReadOnlyDictionary<ulong, string> names) => new(Processor.Current!, File.ReadLines(path), names);

    /// <summary>The lines without the labels that nothing refers to.</summary>
    public static IReadOnlyList<CodeLine> WithoutIdleLabels(IReadOnlyList<CodeLine> lines)
    {
        var used = lines.Where(static line => !line.IsLabel)
            .SelectMany(static line => line.Operands)
            .Select(static operand => operand.Trim('[', ']'))
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
        _methods.Add(name, new MethodListing(name, result, WithoutIdleLabels(_processor.WithNames(code, _names))));
    }
}
