using System;
using System.Globalization;
using System.Linq;
using NativeCallbacks.Benchmarks.BuildTime;
using NativeCallbacks.Benchmarks.Measuring;

var arguments = new Arguments(args);
var sizes = Sizes("sizes", "1,10,100,1000");
var coldSizes = Sizes("cold-sizes", "1,100");
var warmups = arguments.Number("warmups", 3);
var rounds = arguments.Number("rounds", 9);
var processes = arguments.Number("processes", 11);

var report = $"""
    {Report.OfWarmCompilers(sizes, warmups, rounds)}
    {Report.OfColdCompilers(coldSizes, processes)}
    {Machine.Describe()} Medians of {rounds} rounds after {warmups} of warm-up, and of {processes} compiler processes, with the quartiles in parentheses.
    """;
MeasuredSection.Replace(arguments.Text("readme", "README.md"), report);
Console.WriteLine(report);

int[] Sizes(string option, string otherwise) =>
    [.. arguments.Text(option, otherwise).Split(',').Select(static size => int.Parse(size, CultureInfo.InvariantCulture))];
