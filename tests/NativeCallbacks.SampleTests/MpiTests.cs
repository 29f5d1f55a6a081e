using System.Diagnostics;
using System.Globalization;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The MPI sample, under the real mpirun.</summary>
public sealed class MpiTests : IDisposable
{
    private readonly StubFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Mpi_OnSomeRanks_PrintsOneTableAndTheRightResult(int ranks)
    {
        const int Elements = 10_001; // no multiple of the ranks

        var run = Run(ranks, Elements.ToString(CultureInfo.InvariantCulture));

        run.ExitCode.Should().Be(0);
        run.Errors.Should().BeEmpty();
        var lines = run.Output.Split('\n');
        lines[0].Should().Be("ranks  rank   elements  total, ms  in the kernel  in MPI");
        var rows = lines[1..(ranks + 1)].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        rows.Should().OnlyContain(row => row[0] == ranks.ToString(CultureInfo.InvariantCulture));
        rows.Select(static row => int.Parse(row[1], CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(0, ranks));
        rows.Sum(static row => int.Parse(row[2], CultureInfo.InvariantCulture)).Should().Be(Elements);
        lines[ranks + 1].Should().Be("Mapped as by one process, element by element: True");

        // Computed here from the kernel's formula.
        var values = Enumerable.Range(0, Elements).Select(static i => i * 1e-5).Select(static x => Math.Exp(-0.1 * x) * Math.Sin(3 * x) + 5).ToList();
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        Number(lines[ranks + 2], "Mean").Should().BeApproximately(mean, 1e-12);
        Number(lines[ranks + 3], "Variance").Should().BeApproximately(variance, 1e-12);
    }

    [Fact]
    public void Mpi_WithAHandlerThatThrows_EndsAllRanksWithItsMessage()
    {
        var run = Run(4, "1000", "--fault");

        run.ExitCode.Should().Be(1);
        run.Errors.Should().MatchRegex(@"Rank \d of 4: InvalidOperationException: Moments of \d+ numbers are refused\.");
        run.Output.Should().NotContain("Mapped");
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("--falt")]
    public void Mpi_WithAnArgumentThatIsNone_SaysWhichThereAre(string argument)
    {
        var run = Run(1, argument);

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("Usage: mpirun -n <ranks> dotnet Mpi.dll [<elements>] [--fault]");
    }

    [Fact]
    public void Mpi_WithATableToFill_AddsTheResult()
    {
        var table = Path.Combine(_folder.Folder, "table");

        ProcessRun.Of(Start(2, ["100"], ("SAMPLES_TABLE", table))).ExitCode.Should().Be(0);

        File.ReadAllText(table).Should().MatchRegex(@"^MPI\tC kernel on 2 ranks, merged in C#\t\[0, ... 100 numbers ..., 0\.00099\]\t\[5, ... 100 numbers ..., 5\.003\]\tyes\n$");
    }

    public void Dispose() => _folder.Dispose();

    private static double Number(string line, string name)
    {
        line.Should().StartWith(name);
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd(','), CultureInfo.InvariantCulture);
    }

    private static ProcessRun Run(int ranks, params string[] arguments) => ProcessRun.Of(Start(ranks, arguments));

    private static ProcessStartInfo Start(int ranks, string[] arguments, params (string Name, string? Value)[] environment) => Child.Start(
        Repository.PathOf(".build", "mpirun"),
        [
            "-n", ranks.ToString(CultureInfo.InvariantCulture), ProcessRun.DotNet,
            Repository.PathOf("samples", "Mpi", "bin", Repository.Configuration, "net10.0", "Mpi.dll"), .. arguments,
        ],
        environment);
}
