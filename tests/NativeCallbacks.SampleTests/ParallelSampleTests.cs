using System.Globalization;
using System.Text.RegularExpressions;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The program samples/Parallel.</summary>
public sealed class ParallelSampleTests : IDisposable
{
    private readonly StubFolder _folder = new();

    [Fact]
    public void Parallel_OnAllCores_MapsAsOneThreadDoesAndTellsHowFarACancelledRunCame()
    {
        var table = Path.Combine(_folder.Folder, "table");
        var program = Repository.PathOf("samples", "Parallel", "bin", Repository.Configuration, "net10.0", "Parallel.dll");

        var run = ProcessRun.Of(Child.Start(ProcessRun.DotNet, [program], ("SAMPLES_TABLE", table)));

        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        run.Errors.Should().BeEmpty();
        var told = Regex.Match(
            run.Output,
            @"^2000001 numbers by one thread: \d+\.\d ms\n"
            + @"((25|50|75|100) % ){4}\n"
            + @"In 201 parts on \d+ cores: \d+\.\d ms; equal, element by element: True\n"
            + @"Cancelled after 50 parts: (?<mapped>\d+) of 201 are mapped\.\n"
            + @"These are equal, and the others are untouched: True\n"
            + @"((25|50|75|100) % )*\n"
            + @"Run again: 201 of 201 are mapped; equal, element by element: True\n$",
            RegexOptions.ExplicitCapture,
            Regex.InfiniteMatchTimeout);
        told.Success.Should().BeTrue(run.Output);
        int.Parse(told.Groups["mapped"].Value, CultureInfo.InvariantCulture).Should().BeInRange(50, 200);

        // The kernel's formula at both ends: 5 at 0, and this at 20.
        var last = (Math.Exp(-2) * Math.Sin(60) + 5).ToString("G4", CultureInfo.InvariantCulture);
        File.ReadAllText(table).Should().Be(
            $"C\tMap in parts, by Parallel.For\t[0, ... 2000001 numbers ..., 20]\t[5, ... 2000001 numbers ..., {last}]\tyes\n");
    }

    public void Dispose() => _folder.Dispose();
}
