using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using NativeCallbacks.Benchmarks.Measuring;
using NativeCallbacks.Benchmarks.NativeAot;

var arguments = new Arguments(args);
var rounds = arguments.Number("rounds", 25);

var calls = arguments.Number("calls", 1_000_000);
Console.WriteLine(Measure("One call to C", calls, DowncallContenders.All, rounds));
using var upcalls = new UpcallContenders();
Console.WriteLine(Measure("One call from C", calls, upcalls.All, rounds));
using var faults = new FaultContenders();
Console.WriteLine(Measure("A fault, from the throw in the handler to the catch around Invoke", arguments.Number("faults", 2_000), faults.All, rounds));
Console.WriteLine($"{Machine.Describe()} Medians of {rounds} rounds, with the quartiles in parentheses; ratios are of the medians.");

// In each round every contender runs once, so that what the machine does meanwhile befalls all alike. The first of each is its baseline.
static string Measure(string title, int calls, IReadOnlyList<Contender> contenders, int rounds)
{
    var times = contenders.Select(static _ => new List<double>()).ToArray();
    for (var round = -3; round < rounds; round++)
    {
        for (var index = 0; index < contenders.Count; index++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = contenders[index].Run(calls);
            var nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
            if (result != contenders[index].Expected(calls))
            {
                throw new InvalidOperationException($"{contenders[index].Name} returned {result} and not {contenders[index].Expected(calls)}.");
            }

            if (round >= 0)
            {
                times[index].Add(nanoseconds);
            }
        }
    }

    var spreads = times.Select(Spread.Of).ToArray();
    var baselines = contenders.Select(contender => spreads[contenders.TakeWhile(other => other.Name != contender.Baseline).Count()].Median).ToArray();
    return $"""

        ### {title}

        {MarkdownTable.Of(
            ["contender", "ns", "÷ its baseline"],
            contenders.Select((contender, index) => (string[])[contender.Name, MarkdownTable.Figure(spreads[index]), MarkdownTable.Figure(spreads[index].Median / baselines[index])]))}
        """;
}
