using NativeCallbacks.Processes;

namespace NativeCallbacks.StoryTests;

/// <summary>The benchmarks without a clock: contenders agree, and what the page says is what was measured.</summary>
public sealed class BenchmarkTests : IDisposable
{
    private static readonly string Benchmarks = Repository.PathOf("benchmarks");

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
        foreach (var file in Directory.GetFiles(Benchmarks, "README.md")
            .Concat(Directory.GetFiles(Path.Combine(Benchmarks, "report"), "*.py"))
            .Concat(Directory.GetFiles(Path.Combine(Benchmarks, "results"))))
        {
            var copy = Path.Combine(_copy.Folder, Path.GetRelativePath(Benchmarks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var page = Path.Combine(_copy.Folder, "README.md");
        var text = File.ReadAllText(page);
        var changed = text.Replace("(the floor) |", "(the floor) | 0", StringComparison.Ordinal);
        changed.Should().NotBe(text);
        File.WriteAllText(page, changed);

        var run = Child.Run(Python.Interpreter, Path.Combine(_copy.Folder, "report"), "check");

        run.Should().Be(new ProcessRun(
            1, "", "The tables of benchmarks/README.md are not those of benchmarks/results: python3 benchmarks/report write\n"));
    }

    public void Dispose() => _copy.Dispose();

    /// <summary>What the check has to print, if it runs what was measured and nothing else.</summary>
    private static IEnumerable<string> MeasuredQuestions() =>
        from file in Directory.GetFiles(Path.Combine(Benchmarks, "results"), "*.csv")
        from line in File.ReadLines(file).Skip(1)
        let fields = line.Split(',')
        let contender = (Frame: fields[0], Parameters: fields[1], Name: fields[2])
        group contender by (Question: Path.GetFileNameWithoutExtension(file), contender.Parameters) into question
        let parameters = question.Key.Parameters.Length == 0 ? "" : $" {question.Key.Parameters}"
        select $"{question.Key.Question}{parameters}: {question.Distinct().Count()} contenders agree";
}
