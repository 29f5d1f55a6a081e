using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>
/// The diagnostics that a block expects: <c>reports NCB0011 on netstandard2.0</c>, <c>reports NCB0016 without unsafe</c>,
/// <c>reports NCB0017 in C#8</c>.
/// </summary>
/// <param name="Ids">The ids.</param>
/// <param name="Consumer">The project that contains the block.</param>
internal sealed record ExpectedReport(ImmutableArray<string> Ids, Consumer Consumer)
{
    /// <summary>Reads the words after the fence.</summary>
    /// <exception cref="FormatException">It makes no sense.</exception>
    public static ExpectedReport Of(Block block)
    {
        var ids = block.Words.Skip(1).TakeWhile(static word => word is not ("on" or "in" or "without")).ToImmutableArray();
        Consumer consumer = string.Join(' ', block.Words.Skip(1 + ids.Length)) switch
        {
            "" => Consumer.Net10WithTensors,
            "without unsafe" => Consumer.Net10 with { AllowsUnsafe = false },
            "in C#8" => Consumer.NetStandard with { Language = LanguageVersion.CSharp8 },
            "on netstandard2.0" => Consumer.NetStandard,
            var rest => throw new FormatException($"Line {block.Line}: '{rest}' is not a project for a block."),
        };
        return new ExpectedReport(ids, consumer);
    }
}
