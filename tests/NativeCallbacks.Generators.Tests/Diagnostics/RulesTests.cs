using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>All diagnostics there are: their ids, who reports them, and the pages that explain them.</summary>
public class RulesTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).Cast<DiagnosticDescriptor>()];

    private static readonly string Documents = Path.Combine(AppContext.BaseDirectory, "docs");

    public static IEnumerable<object[]> Ids => All.Select(static rule => new object[] { rule.Id });

    [Fact]
    public void Ids_AreUniqueAndInOrder()
    {
        All.Select(static rule => rule.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal)
            .And.OnlyContain(static id => id.Length == 7 && id.StartsWith("NCB", StringComparison.Ordinal));
    }

    [Fact]
    public void EachRule_IsReportedByOneAnalyzer()
    {
        var analyzers = typeof(Rules).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToArray();
        analyzers.Should().HaveCount(8);
        analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Should().BeEquivalentTo(All);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachRule_HasItsPage(string id)
    {
        var rule = Rule(id);
        var lines = File.ReadAllLines(Path.Combine(Documents, id + ".md"));
        lines[0].Should().Be($"# {id}: {rule.Title}");
        lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal))
            .Should().Equal("## What it means", "## Example", "## Remedy", "## Why");
        string.Join('\n', lines).Split("## Remedy")[0].Should().Contain("// ").And.Contain(id, "the example marks where it is reported");
    }

    [Fact]
    public void EachPage_BelongsToARule()
    {
        Directory.GetFiles(Documents, "*.md").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(All.Select(static rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachRule_IsInTheReleaseNotes(string id)
    {
        Directory.GetFiles(Path.Combine(Documents, "releases"))
            .SelectMany(File.ReadAllLines)
            .Should().ContainSingle(line => line == $"{id} | NativeCallbacks | {Rule(id).DefaultSeverity} | {Rule(id).Title}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachRule_IsAsSevereAsItsMatter_AndItsDescriptionNamesItsPage(string id)
    {
        // What is wrong is an error. That nobody disposes an owner may be what is meant. What works may stay as it is.
        Rule(id).DefaultSeverity.Should().Be(id switch
        {
            "NCB0023" or "NCB0024" or "NCB0030" or "NCB0037" or "NCB0038" => DiagnosticSeverity.Warning,
            "NCB0025" => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Error,
        });
        Rule(id).Description.ToString(null).Should().Contain($"docs/diagnostics/{id}.md");
    }

    [Fact]
    public void Index_HasTheRowOfEachRule()
    {
        var rows = File.ReadLines(Path.Combine(Documents, "index", "diagnostics.md")).Where(static line => line.StartsWith("| [", StringComparison.Ordinal));

        rows.Should().Equal(All.Select(static rule =>
            $"| [{rule.Id}](diagnostics/{rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {rule.Title} | {(Fixable().Contains(rule.Id) ? "yes" : "")} |"));
    }

    [Fact]
    public void EachPage_NamesACodeFix_WhereThereIsOne()
    {
        var fixable = Fixable();

        fixable.Should().OnlyHaveUniqueItems().And.BeSubsetOf(All.Select(static rule => rule.Id));
        Directory.GetFiles(Documents, "*.md").Where(static page => File.ReadAllText(page).Contains("A code fix", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(fixable);
    }

    [Fact]
    public void EachCodeFix_IsExported()
    {
        typeof(MigrationFix).Assembly.GetTypes().Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Should().NotBeEmpty().And.OnlyContain(static type => type.IsPublic && type.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false).Length == 1);
    }

    [Fact]
    public void Analyzers_DoNotReferenceWorkspaces_WhichTheCompilerDoesNotHave()
    {
        typeof(Rules).Assembly.GetReferencedAssemblies().Should().NotContain(static name => name.Name!.Contains("Workspaces", StringComparison.Ordinal));
    }

    [Fact]
    public void CodeFixes_ReferenceNothingButRoslynAndTheAnalyzers()
    {
        typeof(MigrationFix).Assembly.GetReferencedAssemblies().Select(static name => name.Name).Should().BeSubsetOf([
            "netstandard",
            "System.Collections.Immutable",
            "Microsoft.CodeAnalysis",
            "Microsoft.CodeAnalysis.CSharp",
            "Microsoft.CodeAnalysis.Workspaces",
            "Microsoft.CodeAnalysis.CSharp.Workspaces",
            "NativeCallbacks.Generators",
        ]);
    }

    /// <summary>The ids for which there is a code fix.</summary>
    private static string[] Fixable() =>
    [
        .. typeof(MigrationFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    private static DiagnosticDescriptor Rule(string id) => All.Single(rule => rule.Id == id);
}
