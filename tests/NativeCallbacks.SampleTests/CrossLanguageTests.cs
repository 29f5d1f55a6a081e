using System.Globalization;
using System.Text.RegularExpressions;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The benchmark that lets C, Rust, C# and Python call the same addresses: that it compares equals, and what it prints.</summary>
public sealed class CrossLanguageTests : IDisposable
{
    private static readonly string Benchmark = Repository.PathOf("benchmarks", "CrossLanguage");

    private readonly StubFolder _folder = new();

    [Fact]
    public void Contenders_OfAllLanguages_ComputeTheSame()
    {
        var run = Run([Path.Combine(Benchmark, "main.py"), "--agree"]);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().BeEmpty("nothing was timed");
        run.Errors.Should().Be(
            """
            Numba's `cubic`, in a loop: 9 contenders agree.
            C's `cubic`, in a loop: 9 contenders agree.
            Numba's `damped_wave`, in a loop: 9 contenders agree.
            Numba's `cubic`, each call in a frame of its own: 6 contenders agree.
            The matrix example by Numba, 3 × 2, in a loop: 6 contenders agree.
            ∫₀¹ log(2x)/√x dx, for which Numba's `integrand` is called 315 times: 4 contenders agree.

            """);
    }

    [Theory]
    [InlineData("functions.cubic = lambda x: (x * x + 1) * x - 2.5000000000000004", "Numba's `cubic`, in a loop: C computes something else.\n")]
    [InlineData("functions.integral = lambda a: 2 * math.log(a) - 4.000001", "integrand` is called 315 times: C, GSL's `qags` computes something else.\n")]
    [InlineData("contenders._rust = lambda *_: lambda *arguments: None", "Numba's `cubic`, in a loop: Rust computes something else.\n")]
    public void Contenders_OfWhichOneComputesSomethingElse_AreNotRaced(string change, string told)
    {
        var run = Run(["-c", $"import sys, math, main, contenders, functions; {change}; sys.exit(main.main())", "--processes", "1", "--rounds", "2"]);

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Errors.Should().EndWith(told);
    }

    [Fact]
    public void Race_OfOneProcess_PrintsTheRowsThatTheReadmeHas()
    {
        var run = Run([Path.Combine(Benchmark, "main.py"), "--processes", "1", "--rounds", "2"]);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Errors.Should().MatchRegex(@"One process with its code (near|far|split)\.\n$");
        var rows = Rows(run.Output);
        rows.Should().HaveCount(6 + 43, "there are six tables");
        rows.Should().Equal(Rows(File.ReadAllText(Path.Combine(Benchmark, "README.md"))), "the README has what the script writes");
    }

    [Theory]
    [InlineData("near", "1.00 | 2.00 | 1.00 | 1.00–1.00 | 0.50 | 1.00 | –", "2.50 | 4.25 | 2.00 | 1.88–2.62 | 1.00 | 2.00 | –")]
    [InlineData("far", "– | – | – | – | – | – | 1.00", "– | – | – | – | – | – | 2.00")]
    [InlineData("split", "– | – | – | – | – | – | –", "– | – | – | – | – | – | –")]
    public void Table_OfKnownTimes_HasTheirRatiosWhereTheyBelong(string layout, string first, string map)
    {
        var script =
            $"""
            import contenders, report
            from processes import GroupTimes
            from race import Times
            times = [Times([[2.0, 2.0], [1.0], [3.0]]), Times([[4.0, 4.0], [2.0], [4.5]]), Times([[4.0, 6.0], [2.5], [4.5]]), Times([[2.0, 2.0], [1.0], [3.0]])]
            names = ["C", "Rust", "C#, `Map`", "C#, function pointer by hand"]
            print(report.table(GroupTimes("Title", names, dict([("{layout}", times)]))))
            """;

        var run = Run(["-c", script]);

        run.Errors.Should().BeEmpty();
        run.Output.Should().StartWith("### Title\n\n| caller | fastest, ns | median, ns | ÷ C | middle half | ÷ Rust | ÷ by hand | ÷ C, far |\n")
            .And.Contain($"\n| C | {first} |\n").And.Contain($"\n| C#, `Map` | {map} |\n");
        if (layout == "near")
        {
            run.Output.Should().EndWith("\nThe bar for `Map` is 1.10: to C 2.00, missed; to Rust 1.00, kept.\n");
        }
    }

    [Theory]
    [InlineData("[0x7f00_0000_1000, 0x7f00_ffff_f000]", "near")]
    [InlineData("[0x7f01_0000_0000, 0x7f01_ffff_f000]", "far")]
    [InlineData("[0x7f00_0000_1000, 0x7f01_0000_0000]", "split")]
    public void Layout_OfAddresses_ToldByTheirUpperHalves(string native, string layout)
    {
        Run(["-c", $"import processes; print(processes.layout(0x7f00_8000_0000, {native}))"]).Should().Be(new ProcessRun(0, $"{layout}\n", ""));
    }

    [Fact]
    public void Write_OfTables_ReplacesWhatIsBetweenTheMarksAndNothingElse()
    {
        var file = Path.Combine(_folder.Folder, "README.md");
        const string Begin = "<!-- written by run.sh --write -->", End = "<!-- end of what run.sh wrote -->";
        File.WriteAllText(file, $"Before.\n\n{Begin}\nold\n{End}\n\nAfter.\n");

        var run = Run(["-c", "import sys, contenders, report, pathlib; report.write(pathlib.Path(sys.argv[1]), 'new ÷')", file]);

        run.Should().Be(new ProcessRun(0, "", ""));
        File.ReadAllText(file).Should().Be($"Before.\n\n{Begin}\n\nnew ÷\n\n{End}\n\nAfter.\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The names in the tables, with their headings; every figure is there, and is one.</summary>
    private static List<string> Rows(string text)
    {
        var lines = Regex.Matches(
            text,
            @"^(### (?<name>.+)|\| (?<name>(C|Rust|Python)\b[^|]*) \|(?<figures>.*)\|)$",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            Regex.InfiniteMatchTimeout);
        foreach (var figure in lines.SelectMany(static line => line.Groups["figures"].Value.Split('|', '–')).Select(static cell => cell.Trim()))
        {
            if (figure.Length > 0)
            {
                double.Parse(figure, CultureInfo.InvariantCulture).Should().BePositive();
            }
        }

        return [.. lines.Select(static line => line.Groups["name"].Value)];
    }

    private static ProcessRun Run(string[] arguments) => ProcessRun.Of(Child.Start(Python.Interpreter, arguments, ("PYTHONPATH", Benchmark)));
}
