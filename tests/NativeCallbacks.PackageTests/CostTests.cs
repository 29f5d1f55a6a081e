using System;
using System.IO;
using System.Linq;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// The programs that measure builds and first calls still do, in one tiny round: their contenders agree, and the figures get
/// into the README. What the figures are is not tested.
/// </summary>
[Collection(PackedLibrary.Collection)]
public sealed class CostTests(PackedLibrary library) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-cost-").FullName;

    [Fact]
    public void BuildTime_InOneRound_WritesAFigureForEachContenderAndSize()
    {
        var readme = Measure("BuildTime", "--sizes", "1,10", "--warmups", "0", "--rounds", "1", "--cold-sizes", "1", "--processes", "1");

        Rows(readme, "**`[NativeSignature]`**").Should().HaveCount(7);
        Rows(readme, "**`[assembly: NativeSignature]`**").Should().HaveCount(6);
        Rows(readme, "`[LibraryImport]`").Should().HaveCount(7);
        Rows(readme, "**`[NativeSignature]`**, unrelated edit").Should().ContainSingle().Which.Should().Equal("0", "0");
        Rows(readme, "**`[NativeSignature]`**, one declaration edited").Should().ContainSingle().Which.Should().Equal("1", "1");
    }

    [Fact]
    public void ColdStart_InOneRound_WritesAFigureForEachContenderAndTheSizesOfThePackage()
    {
        var readme = Measure("ColdStart", "--rounds", "1", "--package", library.Package);

        Rows(readme, "… again").Should().HaveCount(3).And.OnlyContain(static row => row.Length == 4);
        Rows(readme, "**`NativeCallback<T>`, `Invoke`**").Should().ContainSingle();
        Rows(readme, "**`ToManagedCallback`, signature with `[UserData]`**").Should().ContainSingle();
        Rows(readme, "`NativeCallbacks.dll`").Should().ContainSingle();
        Rows(readme, $"`{Path.GetFileName(library.Package)}`, all in all").Should().ContainSingle()
            .Which[1].Should().Be(FormattableString.Invariant($"{new FileInfo(library.Package).Length:N0}"));
        Rows(readme, "`lib/net10.0/NativeCallbacks.dll`").Should().ContainSingle().Which[2].Should().Be("IL");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs a program on a copy of its README, and gives back what it became.</summary>
    private string Measure(string program, params string[] options)
    {
        var project = Path.Combine(PackedLibrary.RepositoryRoot, "benchmarks", program);
        var readme = Path.Combine(_folder, "README.md");
        File.Copy(Path.Combine(project, "README.md"), readme);
        var assembly = Path.GetFullPath(Path.Combine(project, "bin", PackedLibrary.Configuration, "net10.0", $"{program}.dll"));

        var run = ProcessRun.Of(ProcessRun.Start(_folder, ProcessRun.DotNet, ["exec", assembly, "--readme", readme, .. options]));

        run.ExitCode.Should().Be(0, run.Errors);
        return File.ReadAllText(readme);
    }

    /// <summary>The figures in the rows of a name, of all tables.</summary>
    private static string[][] Rows(string readme, string name) =>
    [
        .. readme.Split('\n')
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 2 && cells[1] == name)
            .Select(static cells => cells[2..^1]),
    ];
}
