using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The table that samples/run.sh closes with.</summary>
public sealed class SamplesTableTests : IDisposable
{
    private const string Right = "C\texport table\t[1, 2]\t[2, 4]\tyes\n";

    private readonly StubFolder _stubs = new();

    [Fact]
    public void Table_OfRightRows_AlignsThemAndSucceeds()
    {
        Print(Right + "Numba\tcfunc.address\t[1, 2, 3]\t[2, 4, 6]\tyes\n").Should().Be(new ProcessRun(
            0,
            """
            Source  Address        Input      Output     Equal to reference
            C       export table   [1, 2]     [2, 4]     yes
            Numba   cfunc.address  [1, 2, 3]  [2, 4, 6]  yes

            """,
            ""));
    }

    [Fact]
    public void Table_WithAWrongRow_Fails()
    {
        var table = Print(Right + "Rust\texport table\t[1, 2]\t[2, 5]\tno\n");

        table.ExitCode.Should().Be(1);
        table.Output.Should().EndWith("Rust    export table  [1, 2]  [2, 5]  no\n");
    }

    [Fact]
    public void Table_WithASkippedRow_TellsTheReasonAndSucceeds()
    {
        var table = Print(Right + "Rust\tskipped: rustc could not be installed.\n");

        table.ExitCode.Should().Be(0);
        table.Output.Should().EndWith("Rust    skipped: rustc could not be installed.\n");
    }

    [Fact]
    public void Table_WithoutAnyResult_Fails()
    {
        Print("Rust\tskipped: rustc could not be installed.\n").ExitCode.Should().Be(1);
    }

    [Fact]
    public void SamplesRun_WhereRustCannotBeInstalled_SkipsItsRowByNameAndDoesAllElse()
    {
        // As on a machine without rustc, and without a way to the packages.
        _stubs.Add("rustc", "exit 1");
        _stubs.Add("apt-get", "exit 1");
        _stubs.Add("sudo", "exit 1");

        var run = ProcessRun.Of(Child.Start("bash", [Repository.PathOf("samples", "run.sh")], ("PATH", _stubs.PathVariable)));

        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        var table = run.Output[run.Output.LastIndexOf("Source ", StringComparison.Ordinal)..];
        table.Should().MatchRegex(@"\nC +export table .*\[2, 4, 6, 8, 10, 12\] +yes\n")
            .And.MatchRegex(@"\nRust +skipped: rustc .*sudo apt-get install -y rustc\n")
            .And.MatchRegex(@"\nNumba +cfunc.address, called by C# .*\[2, 4, 6, 8, 10, 12\] +yes\n")
            .And.MatchRegex(@"\nPython +import callback: C# without .NET .*\[2, 4, 6, 8, 10, 12\] +yes\n")
            .And.MatchRegex(@"\n\n== What a mistake looks like\n(.*\n)+    DivideByZeroException: .*\n\n$");
    }

    public void Dispose() => _stubs.Dispose();

    private ProcessRun Print(string rows)
    {
        var file = Path.Combine(_stubs.Folder, "rows");
        File.WriteAllText(file, rows);
        return Child.Run("bash", "-c", $"source .build/table.sh; print_table {file}");
    }
}
