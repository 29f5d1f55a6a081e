using System.Globalization;
using System.Text.RegularExpressions;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The Optimize sample, with the real NLopt: alone, and inside the Python whose functions it is given.</summary>
public sealed class OptimizeTests : IDisposable
{
    private static readonly string[] Algorithms = ["Cobyla", "Slsqp"];

    private readonly StubFolder _folder = new();

    [Fact]
    public void Optimize_ByItself_FindsTheMinimumOfTheFunctionsOfCSharpAndC()
    {
        var run = RunAlone();

        run.Errors.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        ShouldBeSolved(run.Output, "C#", "C");
    }

    [Fact]
    public void Optimize_InPython_FindsTheMinimumOfNumbasFunctionsToo()
    {
        var run = Child.Run(Python.Interpreter, Repository.PathOf("samples", "Optimize", "main.py"));

        run.Errors.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        ShouldBeSolved(run.Output, "C#", "C", "Numba");
    }

    [Fact]
    public void Optimize_WithAnObjectiveThatThrows_StopsThereAndGetsTheExceptionWithItsStack()
    {
        var source = File.ReadAllLines(Repository.PathOf("samples", "Optimize", "Fault.cs"));
        var line = Array.FindIndex(source, static text => text.Contains("throw new NoValueException", StringComparison.Ordinal)) + 1;

        RunAlone().Output.Should().MatchRegex(
            @"throws at evaluation 40; NLopt made 40, and this arrived:\n"
            + @"OptimizeSample\.NoValueException: The objective has no value at \(\d\.\d{6}, \d\.\d{6}\)\.\n"
            + $@"   at OptimizeSample\.Fault\..*Fault\.cs:line {line}\n"
            + @"(.*\n)*   at OptimizeSample\.Nlopt\.Minimize\(.*\n"
            + @"   at OptimizeSample\.Fault\.Show\(.*\n$");
    }

    [Fact]
    public void Optimize_WithATableToFill_AddsTheSolutions()
    {
        var table = Path.Combine(_folder.Folder, "table");

        RunAlone(("SAMPLES_TABLE", table)).ExitCode.Should().Be(0);

        var rows = File.ReadAllLines(table);
        rows.Should().HaveCount(4);
        rows[0].Should().MatchRegex(@"^C#\tToManagedCallback, called by NLopt \(Cobyla\)\t\[1\.234, 5\.678\]\t0\.54433105\d\d after \d+ evaluations\tyes$");
        rows.Should().OnlyContain(static row => row.EndsWith("\tyes", StringComparison.Ordinal));
    }

    [Fact]
    public void Optimize_WithOtherConstraints_FindsAnotherMinimumAndFails()
    {
        var table = Path.Combine(_folder.Folder, "table");
        const string Unconstrained = "import sys, main, problem; problem.constraint = problem.objective; sys.exit(main.main())";

        var run = ProcessRun.Of(Child.Start(
            Python.Interpreter,
            ["-c", Unconstrained],
            ("PYTHONPATH", Repository.PathOf("samples", "Optimize")),
            ("SAMPLES_TABLE", table)));

        run.Errors.Should().BeEmpty();
        run.ExitCode.Should().Be(1);
        File.ReadLines(table).Where(static row => row.EndsWith("\tno", StringComparison.Ordinal)).Should()
            .HaveCount(Algorithms.Length).And.OnlyContain(static row => row.StartsWith("Numba\t", StringComparison.Ordinal));
    }

    [Fact]
    public void Optimize_OfANumbaFunctionThatNloptCannotCall_RefusesItWithBothSignatures()
    {
        const string OfOneNumber = "import sys, main, problem; from numba import cfunc; "
            + "problem.objective = cfunc('float64(float64)')(lambda x: x); sys.exit(main.main())";

        var run = ProcessRun.Of(Child.Start(
            Python.Interpreter, ["-c", OfOneNumber], ("PYTHONPATH", Repository.PathOf("samples", "Optimize"))));

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty("nothing was solved");
        run.Errors.Should().StartWith("NativeCallbacks.SignatureMismatchException: The native function does not match Objective: parameter 1 ('n') is ")
            .And.Contain("\n  declared:  double (*)(double)\n");
    }

    public void Dispose() => _folder.Dispose();

    private static ProcessRun RunAlone(params (string Name, string? Value)[] environment) => ProcessRun.Of(Child.Start(
        ProcessRun.DotNet,
        [Repository.PathOf("samples", "Optimize", "bin", Repository.Configuration, "net10.0", "Optimize.dll")],
        environment));

    private static void ShouldBeSolved(string output, params string[] languages)
    {
        var rows = Regex.Matches(
            output,
            @"^(?<algorithm>\w+) +(?<language>\S+) +(?<minimum>\d\.\d{10}) +(?<evaluations>\d+) +\d+ µs$",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            Regex.InfiniteMatchTimeout);

        rows.Select(static row => (row.Groups["algorithm"].Value, row.Groups["language"].Value)).Should()
            .Equal(Algorithms.SelectMany(algorithm => languages.Select(language => (algorithm, language))));
        foreach (Match row in rows)
        {
            Number(row, "minimum").Should().BeApproximately(Math.Sqrt(8.0 / 27), 1e-8, row.Value);
            Number(row, "evaluations").Should().BeGreaterThan(0, row.Value);
        }
    }

    private static double Number(Match row, string group) => double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);
}
