using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The table that tests/run.sh closes with, from files as <c>dotnet test --logger trx</c> writes them.</summary>
public sealed class ResultsTableTests : IDisposable
{
    private readonly StubFolder _results = new();

    [Fact]
    public void Table_OfSeveralSuites_AlignsThemSumsThemUpAndSucceeds()
    {
        Add("Alpha.Tests", "net10.0", passed: 1234, failed: 0, skipped: [], from: "17:00:00.0000000", to: "17:01:02.5000000");
        Add("Alpha.Tests", "net8.0", passed: 7, failed: 0, skipped: [], from: "17:00:10.0000000", to: "17:00:12.3000000");
        Add("B.Tests", "net472", passed: 20, failed: 0, skipped: [], from: "17:01:00.0000000", to: "17:02:00.0000000");

        Summarize().Should().Be(new ProcessRun(
            0,
            """
            Suite        Runtime  Passed  Failed  Skipped  Seconds
            Alpha.Tests  .NET 8        7       0        0      2.3
            Alpha.Tests  .NET 10    1234       0        0     62.5
            B.Tests      Mono         20       0        0     60.0
            Total                   1261       0        0    120.0

            1261 passed, 0 failed, 0 skipped

            """,
            ""));
    }

    [Fact]
    public void Table_OfPlatforms_NamesThem_AndThoseThatAreMissingWithTheReason()
    {
        Add("A", "linux-arm64", passed: 1, failed: 0, skipped: []);
        Add("A", "native-aot", passed: 1, failed: 0, skipped: []);
        Add("A", "win-x64", passed: 1, failed: 0, skipped: []);
        File.WriteAllText(Path.Combine(_results.Folder, "Mono.skipped"), "A\tMono\tMono is missing.\n");

        var table = Summarize();

        table.ExitCode.Should().Be(0);
        table.Output.Should().StartWith(
            """
            Suite  Runtime      Passed  Failed  Skipped  Seconds
            A      Linux arm64       1       0        0     10.0
            A      Mono              0       0        0      0.0  skipped: Mono is missing.
            A      NativeAOT         1       0        0     10.0
            A      Windows x64       1       0        0     10.0

            """);
    }

    [Fact]
    public void Platform_ThatCannotBeHad_BecomesARowWithTheReason()
    {
        Add("A", "net10.0", passed: 1, failed: 0, skipped: []);

        var table = Child.Run(
            "bash",
            "-c",
            "set -euo pipefail; source .build/require.sh; source .build/platforms.sh; source .build/results.sh;"
            + "missing() { fail 'qemu is missing.' 'Install it.'; };"
            + $"if has_platform A 'Linux arm64' {_results.Folder} missing; then exit 7; fi; summarize {_results.Folder}");

        table.ExitCode.Should().Be(0, table.Errors);
        table.Output.Should().Contain("A      Linux arm64       0       0        0      0.0  skipped: qemu is missing. Install it.\n");
    }

    [Fact]
    public void Table_WithSkippedTests_TellsTheReasonsAndHowOftenEach()
    {
        Add("A", "net10.0", passed: 3, failed: 0, skipped: ["Mono is not here.", "A Debug build &lt;of &quot;this&quot;&gt; &amp;amp; that", "Mono is not here."]);
        Add("B", "net9.0", passed: 1, failed: 0, skipped: ["Mono is not here.", null]);

        var table = Summarize();

        table.ExitCode.Should().Be(0);
        table.Output.Should().EndWith(
            """
            Total                4       0        5     10.0

            Skipped, and why:
                  3 Mono is not here.
                  1 A Debug build <of "this"> &amp; that
                  1 no reason is given

            4 passed, 0 failed, 5 skipped

            """);
    }

    [Fact]
    public void Table_WithFailedTests_NamesThemAndFails()
    {
        Add("A", "net10.0", passed: 3, failed: 2, skipped: ["Mono is not here."]);
        Add("B", "net8.0", passed: 1, failed: 1, skipped: []);

        var table = Summarize();

        table.ExitCode.Should().Be(1);
        table.Output.Should().EndWith(
            """
                  1 Mono is not here.

            Failed:
            A .NET 10  T: Expected 1, but found "2".
            A .NET 10  T: Expected 1, but found "2".
            B .NET 8  T: Expected 1, but found "2".

            4 passed, 3 failed, 1 skipped

            """);
    }

    [Fact]
    public void Table_WithASuiteThatDidNotRunToItsEnd_SaysSoAndFails()
    {
        Add("A", "net10.0", passed: 3, failed: 0, skipped: []);
        Add("B", "net10.0", passed: 5, failed: 0, skipped: [], outcome: "Failed");

        var table = Summarize();

        table.ExitCode.Should().Be(1);
        table.Output.Should().Contain("B      .NET 10       5       0        0     10.0  did not run to its end\n")
            .And.EndWith("\n8 passed, 0 failed, 0 skipped\n");
    }

    [Fact]
    public void Table_OfAPlatformWhoseTestsDidNotStart_SaysSoAndFails()
    {
        Add("A", "net10.0", passed: 3, failed: 0, skipped: []);

        var table = Child.Run(
            "bash", "-c", $"set -euo pipefail; source .build/results.sh; expect A native-aot {_results.Folder}; expect A A_net10.0 {_results.Folder}; summarize {_results.Folder}");

        table.ExitCode.Should().Be(1);
        table.Output.Should().Contain(
            """
            A      NativeAOT       0       0        0      0.0  did not run
            A      .NET 10         3       0        0     10.0
            Total                  3       0        0     10.0

            """);
    }

    [Fact]
    public void Table_OfSkippedTestsAlone_Fails()
    {
        Add("A", "net10.0", passed: 0, failed: 0, skipped: ["Mono is not here."]);

        Summarize().ExitCode.Should().Be(1);
    }

    [Fact]
    public void Table_WithoutAnySuite_Fails()
    {
        Summarize().Should().Be(new ProcessRun(
            1,
            """
            Suite  Runtime  Passed  Failed  Skipped  Seconds
            Total                0       0        0      0.0

            0 passed, 0 failed, 0 skipped

            """,
            ""));
    }

    public void Dispose() => _results.Dispose();

    /// <summary>Adds the file of a suite. What skips a test is the text of its reason in XML; null for none.</summary>
    private void Add(
        string suite,
        string framework,
        int passed,
        int failed,
        string?[] skipped,
        string outcome = "Completed",
        string from = "17:00:00.0000000",
        string to = "17:00:10.0000000")
    {
        var executed = Enumerable.Repeat("""<UnitTestResult testName="T" outcome="Passed" />""", passed)
            .Concat(Enumerable.Repeat(
                """
                <UnitTestResult testName="T" outcome="Failed">
                  <Output><ErrorInfo><Message>Expected 1, but found &quot;2&quot;.</Message></ErrorInfo></Output>
                </UnitTestResult>
                """,
                failed));
        var results = skipped.Select(static reason => reason is null
            ? """<UnitTestResult testName="T" outcome="NotExecuted" />"""
            : $"""
              <UnitTestResult testName="T" outcome="NotExecuted">
                <Output>
                  <ErrorInfo>
                    <Message>{reason}</Message>
                  </ErrorInfo>
                </Output>
              </UnitTestResult>
              """).Concat(executed);
        var codeBase = $"/src/{suite}/bin/Release/{framework}/{suite}.{(framework == "net472" ? "exe" : "dll")}";
        File.WriteAllText(Path.Combine(_results.Folder, $"{suite}_{framework}.trx"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun>
              <Times creation="2026-11-26T16:00:00.0000000+00:00" start="2026-11-26T{from}+00:00" finish="2026-11-26T{to}+00:00" />
              <Results>
            {string.Join("\n", results)}
              </Results>
              <TestDefinitions>
                <UnitTest name="T" storage="{codeBase.ToLowerInvariant()}">
                  <TestMethod codeBase="{codeBase}" className="C" name="T" />
                </UnitTest>
              </TestDefinitions>
              <ResultSummary outcome="{outcome}">
                <Counters total="{passed + failed + skipped.Length}" executed="{passed + failed}" passed="{passed}" failed="{failed}" notExecuted="0" />
              </ResultSummary>
            </TestRun>
            """);
    }

    private ProcessRun Summarize() => Child.Run("bash", "-c", $"set -euo pipefail; source .build/results.sh; summarize {_results.Folder} || exit");
}
