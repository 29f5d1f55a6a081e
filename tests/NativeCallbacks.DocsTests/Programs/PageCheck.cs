using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.Generators.Tests.Harness;
using NativeCallbacks.Processes;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>Compiles and runs a page, and compares what it prints with what it says. CONTRIBUTING.md has the conventions.</summary>
internal sealed class PageCheck
{
    private static readonly string[] Roles = ["", "throws", "alone", "reports"];

    private readonly Page _page;
    private readonly Workplace _place;
    private readonly List<string> _failures = [];

    private PageCheck(Page page, Workplace place)
    {
        _page = page;
        _place = place;
    }

    /// <summary>What is wrong with a page, each with its place; nothing where all is as it says.</summary>
    public static async Task<IReadOnlyList<string>> Of(Page page)
    {
        using var place = new Workplace();
        var check = new PageCheck(page, place);
        await check.CheckAll();
        return check._failures;
    }

    private async Task CheckAll()
    {
        var blocks = _page.In("csharp").ToLookup(static block => block.Role);
        _failures.AddRange(blocks.Where(static role => !Roles.Contains(role.Key)).SelectMany(static role => role)
            .Select(block => $"{_page.At(block.Line)}: '{block.Role}' is none of: {string.Join(' ', Roles).TrimStart()}."));
        _failures.AddRange(NativeLibraries.Compile(_page, _place.Folder));
        if (_failures.Count > 0)
        {
            return;
        }

        foreach (var block in blocks["reports"])
        {
            await CheckReports(block);
        }

        foreach (var block in blocks["alone"])
        {
            await CheckProgram([block]);
        }

        // Last, so that Python finds it.
        if (await CheckProgram([.. _page.In("csharp").Where(static block => block.Role is "" or "throws")]))
        {
            CheckPython();
        }
    }

    /// <returns>Whether it compiles.</returns>
    private async Task<bool> CheckProgram(ImmutableArray<Block> blocks)
    {
        var source = CSharpSource.Of(_page, blocks, Consumer.Net10.ParseOptions);
        var problems = source.Errors.Concat((await _place.Compile(Consumer.Net10WithTensors, source)).Select(Describe)).Distinct().ToList();
        _failures.AddRange(problems);
        if (problems.Count == 0)
        {
            Compare(blocks, source.HasStatements ? _place.Run() : new ProcessRun(0, "", ""));
        }

        return problems.Count == 0;
    }

    private void CheckPython()
    {
        if (_page.In("python").Any())
        {
            var script = Path.Combine(_place.Folder, "guide.py");
            File.WriteAllText(script, _page.Source("python", PrintedText.BeginPython));
            Compare([.. _page.In("python")], _place.RunPython(script));
        }
    }

    private void Compare(ImmutableArray<Block> blocks, ProcessRun run)
    {
        if (run.ExitCode != 0 || run.Errors.Length > 0)
        {
            _failures.Add($"{_page.At(PrintedText.LastBegun(run.Output))}: the program ended here with code {run.ExitCode}:\n{run.Errors}");
        }
        else
        {
            _failures.AddRange(PrintedText.Differences(_page, blocks, run.Output));
        }
    }

    /// <summary>Exactly the diagnostics that the block names, each on a line that names it.</summary>
    private async Task CheckReports(Block block)
    {
        var report = ExpectedReport.Of(block);
        var source = CSharpSource.Of(_page, [block], report.Consumer.ParseOptions);
        var diagnostics = await _place.Compile(report.Consumer, source);
        _failures.AddRange(source.Errors);
        if (!diagnostics.Select(static diagnostic => diagnostic.Id).ToHashSet().SetEquals(report.Ids))
        {
            _failures.Add($"{_page.At(block.Line)}: reports {(diagnostics.Count == 0 ? "nothing" : string.Join('\n', diagnostics.Select(Describe)))}, "
                + $"but the page says {string.Join(", ", report.Ids)}.");
        }

        var lines = block.Text.Split('\n');
        _failures.AddRange(diagnostics
            .Where(diagnostic => diagnostic.Id.StartsWith("NCB", StringComparison.Ordinal)
                && !lines[LineOf(diagnostic) - block.Line].Contains(diagnostic.Id, StringComparison.Ordinal))
            .Select(diagnostic => $"{Describe(diagnostic)} This line does not name it."));
    }

    private string Describe(Diagnostic diagnostic) => $"{_page.At(LineOf(diagnostic))}: {diagnostic.Id}: {diagnostic.GetMessage(null)}";

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line + 1;
}
