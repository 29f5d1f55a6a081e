using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The benchmarks without a clock: contenders agree, and what the page says is what was measured.</summary>
public sealed class BenchmarkTests : IDisposable
{
    private static readonly string Benchmarks = Repository.PathOf("benchmarks");

    /// <summary>The contenders that race in a suite and are not in its committed results yet; none once it is measured again.</summary>
    private static readonly Dictionary<string, int> NotMeasured = [];

    private readonly StubFolder _copy = new();

    [Fact]
    public void Check_OfAllSuites_FindsThatTheContendersOfEachQuestionAgree()
    {
        var run = Child.Run(
            ProcessRun.DotNet,
            Path.Combine(Benchmarks, "NativeCallbacks.Benchmarks", "bin", Repository.Configuration, "net10.0", "NativeCallbacks.Benchmarks.dll"),
            "--check");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().BeEquivalentTo(MeasuredQuestions());
    }

    [Fact]
    public void Report_OfTheCommittedResults_IsWhatThePageSays()
    {
        var run = Child.Run(Python.Interpreter, Path.Combine(Benchmarks, "report"), "check");

        run.Should().Be(new ProcessRun(0, "", ""));
    }

    [Fact]
    public void Report_OfAPageWithAFigureChangedByHand_SaysSo()
    {
        CopyReport();
        var page = Path.Combine(_copy.Folder, "README.md");
        var text = File.ReadAllText(page);
        var changed = text.Replace("(the floor) |", "(the floor) | 0", StringComparison.Ordinal);
        changed.Should().NotBe(text);
        File.WriteAllText(page, changed);

        var run = Child.Run(Python.Interpreter, Path.Combine(_copy.Folder, "report"), "check");

        run.Should().Be(new ProcessRun(
            1, "", "The tables of benchmarks/README.md are not those of benchmarks/results: python3 benchmarks/report write\n"));
    }

    /// <summary>Map's figures are of the rounds in which calls are near, and only its last column is of the others.</summary>
    [Theory]
    [InlineData("near", "far", "3 (3) | 1.50 (1.50) | 1.50–1.50 | 2.50")]
    [InlineData("near", "near", "6.5 (3) | 2.00 (1.50) | 1.75–2.25 | –")]
    [InlineData("far", "far", "– | – | – | 2.00")]
    public void Report_OfMap_TellsNearRoundsFromFarOnes(string first, string second, string figures)
    {
        CopyReport();
        File.WriteAllText(
            Path.Combine(_copy.Folder, "results", "MapUnary.csv"),
            $"""
            frame,parameters,contender,round,calls,median_ns,fastest_ns,allocated_bytes
            own frame,line,LoopInC,1,{first},2,2,0
            own frame,line,LoopInC,2,{second},4,4,0
            own frame,line,Map,1,{first},3,3,0
            own frame,line,Map,2,{second},10,10,0

            """);
        var report = Path.Combine(_copy.Folder, "report");

        var run = Child.Run(
            Python.Interpreter,
            "-c",
            "import sys; sys.path.insert(0, sys.argv[1]); import tables; print(tables.filled('<!-- begin MapUnary -->\\n<!-- end MapUnary -->'))",
            report);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Split('\n').Should().Contain($"| **`Map`** | {figures} | 0 B |");
    }

    public void Dispose() => _copy.Dispose();

    private void CopyReport()
    {
        foreach (var file in Directory.GetFiles(Benchmarks, "README.md")
            .Concat(Directory.GetFiles(Path.Combine(Benchmarks, "report"), "*.py"))
            .Concat(Directory.GetFiles(Path.Combine(Benchmarks, "results"))))
        {
            var copy = Path.Combine(_copy.Folder, Path.GetRelativePath(Benchmarks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>What the check has to print, if it runs what was measured and nothing else.</summary>
    private static IEnumerable<string> MeasuredQuestions() =>
        from file in Directory.GetFiles(Path.Combine(Benchmarks, "results"), "*.csv")
        from line in File.ReadLines(file).Skip(1)
        let fields = line.Split(',')
        let contender = (Frame: fields[0], Parameters: fields[1], Name: fields[2])
        group contender by (Question: Path.GetFileNameWithoutExtension(file), contender.Parameters) into question
        let parameters = question.Key.Parameters.Length == 0 ? "" : $" {question.Key.Parameters}"
        select $"{question.Key.Question}{parameters}: {question.Distinct().Count() + NotMeasured.GetValueOrDefault(question.Key.Question)} contenders agree";
}
