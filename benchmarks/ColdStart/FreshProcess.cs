using System.Diagnostics;
using System.Globalization;
using NativeCallbacks.Benchmarks.Measuring;

namespace NativeCallbacks.Benchmarks.ColdStart;

/// <summary>What a process told that did one thing for the first time.</summary>
/// <param name="Microseconds">How long that took.</param>
/// <param name="Value">What came of it.</param>
/// <param name="LoadedLibrary">Whether NativeCallbacks.dll was in the process at its end.</param>
/// <param name="ProcessMilliseconds">From the start of the process to its end.</param>
internal sealed record FreshProcess(double Microseconds, double Value, bool LoadedLibrary, double ProcessMilliseconds)
{
    /// <summary>Runs this program once more.</summary>
    /// <param name="arguments">What it is to do.</param>
    public static FreshProcess Run(params string[] arguments)
    {
        var process = TimedProcess.Run(typeof(FreshProcess).Assembly.Location, arguments);
        var fields = process.Output.Split(' ');
        return new FreshProcess(
            double.Parse(fields[0], CultureInfo.InvariantCulture) / Stopwatch.Frequency * 1e6,
            double.Parse(fields[1], CultureInfo.InvariantCulture),
            bool.Parse(fields[2]),
            process.Milliseconds);
    }
}
