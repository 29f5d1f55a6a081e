using System.IO;
using System.Text.RegularExpressions;
using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>The README's first program, pasted into a project that references the package.</summary>
[Collection(PackedLibrary.Collection)]
public class ReadmeTests(PackedLibrary library)
{
    [Fact]
    public void FirstProgram_InAConsumerOfThePackage_CompilesWithoutWarningsAndPrintsWhatTheReadmeSays()
    {
        var readme = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "README.md"));
        using var consumer = new Consumer(library).Write("Program.cs", Block(readme, "csharp"));

        var build = consumer.Build();
        var run = consumer.Run();

        build.ExitCode.Should().Be(0, build.Output);
        run.Should().Be(new ProcessRun(0, Block(readme, "text"), ""));
    }

    /// <summary>The first fenced block of a language.</summary>
    private static string Block(string markdown, string language) =>
        Regex.Match(markdown, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline, Regex.InfiniteMatchTimeout).Groups[1].Value;
}
