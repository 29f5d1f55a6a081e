using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Benchmarks.ColdStart.Contenders;
using NativeCallbacks.Benchmarks.Measuring;

namespace NativeCallbacks.Benchmarks.ColdStart;

/// <summary>All contenders in turn, each time in a process of its own.</summary>
internal sealed class Rounds
{
    private static readonly string[] Assemblies = ["NativeCallbacks", "System.Linq.Expressions"];

    private readonly Dictionary<string, List<FreshProcess>> _processes = [];

    public Rounds(int count)
    {
        for (var round = 0; round < count; round++)
        {
            foreach (var (_, contenders) in Contender.Groups)
            {
                foreach (var contender in contenders)
                {
                    Add(contender.Key, FreshProcess.Run("call", contender.Key));
                }

                Agree(contenders);
            }

            foreach (var assembly in Assemblies)
            {
                Add(assembly, FreshProcess.Run("load", assembly));
            }
        }
    }

    /// <summary>The first calls of each group of contenders, and what it takes to load the library.</summary>
    public string Report() =>
        string.Join("\n", Contender.Groups.Select(group => $"### {group.Title}\n\n{Table(group.Contenders)}"))
        + "\n### Loading an assembly\n\n"
        + MarkdownTable.Of(["assembly", "µs"], Assemblies.Select(assembly => new[] { $"`{assembly}.dll`", MarkdownTable.Figure(FirstUse(assembly)) }));

    private string Table(Contender[] contenders)
    {
        var floor = FirstUse(contenders[0].Key).Median;
        return MarkdownTable.Of(
            ["contender", "first call, µs", "beyond the floor, µs", "ratio", "whole process, ms"],
            contenders.Select(contender =>
            {
                var first = FirstUse(contender.Key);
                var process = Spread.Of(_processes[contender.Key].Select(static process => process.ProcessMilliseconds));
                return new[]
                {
                    contender.Name,
                    MarkdownTable.Figure(first),
                    MarkdownTable.Figure(first.Median - floor),
                    MarkdownTable.Figure(first.Median / floor),
                    MarkdownTable.Figure(process),
                };
            }));
    }

    private Spread FirstUse(string key) => Spread.Of(_processes[key].Select(static process => process.Microseconds));

    private void Add(string key, FreshProcess process)
    {
        if (!_processes.TryGetValue(key, out var processes))
        {
            _processes.Add(key, processes = []);
        }

        processes.Add(process);
    }

    /// <summary>All got the same value, and the library is in the process of those only that use it.</summary>
    private void Agree(Contender[] contenders)
    {
        var expected = _processes[contenders[0].Key][^1].Value;
        foreach (var contender in contenders)
        {
            var process = _processes[contender.Key][^1];
            if (process.Value != expected || process.LoadedLibrary != contender.UsesLibrary)
            {
                throw new InvalidOperationException(
                    $"{contender.Key} got {process.Value}, and {contenders[0].Key} {expected}; NativeCallbacks.dll was {(process.LoadedLibrary ? "" : "not ")}loaded.");
            }
        }
    }
}
