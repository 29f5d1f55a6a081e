using System;
using NativeCallbacks.Benchmarks.ColdStart;
using NativeCallbacks.Benchmarks.Measuring;

switch (args)
{
    case ["call", var contender]:
        FirstUse.Call(contender);
        break;

    case ["load", var assembly]:
        FirstUse.Load(assembly);
        break;

    default:
        var arguments = new Arguments(args);
        var rounds = arguments.Number("rounds", 25);
        var report = string.Join(
            "\n",
            new Rounds(rounds).Report(),
            PackageContent.Report(arguments.Text("package", "")),
            $"{Machine.Describe()} Medians of {rounds} processes each, with the quartiles in parentheses.");
        MeasuredSection.Replace(arguments.Text("readme", "README.md"), report);
        Console.WriteLine(report);
        break;
}
