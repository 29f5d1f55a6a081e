using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>Asserts the text that a fix produces, character by character, and that it builds without warnings.</summary>
internal static class FixVerifier
{
    /// <summary>The sources after the fix of the first diagnostic.</summary>
    public static Task Fixes<TFix>(string before, string after, string? title = null, Consumer? consumer = null)
        where TFix : CodeFixProvider, new() => Fixes<TFix>([before], [after], title, consumer);

    /// <inheritdoc cref="Fixes{TFix}(string, string, string?, Consumer?)"/>
    public static Task Fixes<TFix>(IReadOnlyList<string> before, IReadOnlyList<string> after, string? title = null, Consumer? consumer = null)
        where TFix : CodeFixProvider, new() => Check<TFix>(before, after, title, consumer, all: false);

    /// <summary>The sources after the fix of all diagnostics to which the first one's offer is made.</summary>
    public static Task FixesAll<TFix>(IReadOnlyList<string> before, IReadOnlyList<string> after, string? title = null, Consumer? consumer = null)
        where TFix : CodeFixProvider, new() => Check<TFix>(before, after, title, consumer, all: true);

    /// <summary>The titles of what is offered for the first diagnostic of a source. There must be one.</summary>
    public static async Task<string[]> Offers<TFix>(string source, Consumer? consumer = null)
        where TFix : CodeFixProvider, new()
    {
        using var project = new FixedProject(consumer ?? Consumer.Net10, new TFix(), [source]);
        var diagnostics = await project.Fixable();
        diagnostics.Should().NotBeEmpty("what is not reported has no fix");
        return [.. (await project.Offers(diagnostics[0])).Select(static offer => offer.Title)];
    }

    private static async Task Check<TFix>(
        IReadOnlyList<string> before, IReadOnlyList<string> after, string? title, Consumer? consumer, bool all)
        where TFix : CodeFixProvider, new()
    {
        consumer ??= Consumer.Net10;
        using var project = new FixedProject(consumer, new TFix(), before);
        var diagnostic = (await project.Fixable()).First();
        var offers = await project.Offers(diagnostic);
        var offer = title is null
            ? offers.Should().ContainSingle().Subject
            : offers.Should().ContainSingle(action => action.Title == title, "these are offered: {0}", string.Join(", ", offers.Select(static action => action.Title))).Subject;

        var result = all ? await project.ApplyToAll(diagnostic, offer) : await project.Apply(offer);

        result.Should().Equal(after, static (actual, expected) => string.Equals(actual, expected, StringComparison.Ordinal), "the result is\n{0}\n", string.Join("\n----\n", result));
        var left = await Generation.Run(consumer, result).Diagnose();
        left.Select(static item => item.ToString()).Should().BeEmpty("the fixed sources build without a word");
    }
}
