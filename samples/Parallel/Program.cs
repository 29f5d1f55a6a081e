using System.Diagnostics;
using System.Globalization;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using ParallelSample;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const int Count = 2_000_001; // no multiple of a part's length
const int PartLength = 10_000;

using var kernels = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, "libkernel.so"));
var kernel = kernels.Bind<ScalarFunction>("damped_wave", "double damped_wave(double x)");

double[] input = [.. Enumerable.Range(0, Count).Select(static i => i * 1e-5)];
var reference = new double[Count];
kernel.Map(input.AsSpan(0, PartLength), reference.AsSpan(0, PartLength)); // Once for the just-in-time compiler.
Console.WriteLine($"{Count} numbers by one thread: {Milliseconds(() => kernel.Map(input, reference)):F1} ms");

// On all cores, with a word at each quarter of the way.
var output = new double[Count];
var map = new PartwiseMap(kernel, input, output, PartLength);
var quarters = new Observer(mapped => Console.Write(4 * mapped % map.Count < 4 ? $"{100 * mapped / map.Count} % " : ""));
var elapsed = Milliseconds(() => map.Run(quarters, CancellationToken.None));
var isEqual = output.AsSpan().SequenceEqual(reference);
Console.WriteLine($"\nIn {map.Count} parts on {Environment.ProcessorCount} cores: {elapsed:F1} ms; equal, element by element: {isEqual}");
ResultTable.Add("C", "Map in parts, by Parallel.For", ResultTable.ShowEnds(input), ResultTable.ShowEnds(output), isEqual);

// Cancelled when a quarter is mapped: the parts that were begun are ended, and no other is touched.
output.AsSpan().Fill(double.NaN);
map = new PartwiseMap(kernel, input, output, PartLength);
using var source = new CancellationTokenSource();
var limit = new Observer(mapped =>
{
    if (mapped >= map.Count / 4)
    {
        source.Cancel();
    }
});

try
{
    map.Run(limit, source.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine($"Cancelled after {map.Count / 4} parts: {map.MappedCount} of {map.Count} are mapped.");
}

var isRight = Enumerable.Range(0, map.Count).All(IsRight);
Console.WriteLine($"These are equal, and the others are untouched: {isRight}");

// … and the rest.
map.Run(quarters, CancellationToken.None);
var isWhole = output.AsSpan().SequenceEqual(reference);
Console.WriteLine($"\nRun again: {map.MappedCount} of {map.Count} are mapped; equal, element by element: {isWhole}");

return isEqual && source.IsCancellationRequested && isRight && isWhole ? 0 : 1;

bool IsRight(int part)
{
    var range = map.RangeOf(part);
    var results = output.AsSpan()[range];
    return map.IsMapped(part) ? results.SequenceEqual(reference.AsSpan()[range]) : !results.ContainsAnyExcept(double.NaN);
}

static double Milliseconds(Action action)
{
    var start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
