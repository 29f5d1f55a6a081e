using System.Collections.Generic;
using System.IO;
using NativeCallbacks.PackageTests.Consumers;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>The README's programs with the package, as a reader would run them.</summary>
[Collection(PackedLibrary.Collection)]
public class ReadmeTests(PackedLibrary library)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "README.md"));

    internal static IEnumerable<Consumer> Projects(PackedLibrary library) =>
        [new Consumer(library, "Readme").Write("Program.cs", ProgramIn("## Both directions").Code)];

    [Fact]
    public void ShortestProgram_AsASingleFile_IsRunByDotnetRunAndPrintsWhatTheReadmeSays()
    {
        var folder = Directory.CreateDirectory(Path.Combine(library.Consumers, "Hello")).FullName;
        var (code, output) = ProgramIn("## The shortest program");
        File.WriteAllText(Path.Combine(folder, "hello.cs"), code);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{library.Packages}" /></config>
              <packageSources><add key="packed" value="{library.Feed}" /></packageSources>
            </configuration>
            """);

        var run = ProcessRun.Of(ProcessRun.Start(folder, ProcessRun.DotNet, ["run", "hello.cs"]));

        run.Should().Be(new ProcessRun(0, output, ""));
    }

    [Fact]
    public void ProgramOfBothDirections_InAProjectWithoutUnsafeBlocks_CompilesWithoutWarningsAndPrintsWhatTheReadmeSays()
    {
        library.Built("Readme").Run().Should().Be(new ProcessRun(0, ProgramIn("## Both directions").Output, ""));
    }

    private static (string Code, string Output) ProgramIn(string heading) => PageProgram.Under(Readme, heading);
}
