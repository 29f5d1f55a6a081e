using System;
using System.IO;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests.Consumers;

/// <summary>A project outside the repository that knows the package alone.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-consumer-").FullName;

    /// <param name="library">The package.</param>
    /// <param name="properties">More properties of the project; each overrides one below.</param>
    /// <param name="rest">What else the project holds: items, imports.</param>
    /// <param name="name">The name of the project's file, whose extension tells the language.</param>
    public Consumer(PackedLibrary library, string properties = "", string rest = "", string name = "Consumer.csproj")
    {
        Project = Path.Combine(_folder, name);
        Write(Project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <RestorePackagesPath>{library.Packages}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{library.Feed}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NativeCallbacks" Version="{library.Version}" />
              </ItemGroup>
              {rest}
            </Project>
            """);
    }

    /// <summary>The file of the project.</summary>
    public string Project { get; }

    /// <summary>A file of the project as it is now.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>Adds a file. One of C# is compiled.</summary>
    public Consumer Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(_folder, file), text);
        return this;
    }

    /// <summary>Adds one of the files in Sources.</summary>
    public Consumer Add(string source) => Write(
        source,
        File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "tests", "NativeCallbacks.PackageTests", "Consumers", "Sources", source)));

    /// <summary>Builds the project and those that it references.</summary>
    public ProcessRun Build() => DotNet("build", "-c", "Release", "-v", "quiet");

    /// <summary>Runs the program on the runtime that runs these tests.</summary>
    public ProcessRun Run(params string[] arguments) => RunOn(ProcessRun.DotNet, "Consumer.dll", arguments);

    /// <summary>Runs the program on another runtime.</summary>
    public ProcessRun RunOn(string runtime, string program, params string[] arguments) =>
        ProcessRun.Of(ProcessRun.Start(_folder, runtime, [Path.Combine(_folder, "bin", "Release", program), .. arguments]));

    /// <summary>Publishes the program with the runtime, both trimmed to what the program uses.</summary>
    public ProcessRun PublishTrimmed() => DotNet(
        "publish", "-c", "Release", "--use-current-runtime", "--self-contained", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false", "-o", "published");

    /// <summary>A file of the published program.</summary>
    public string Published(string file) => Path.Combine(_folder, "published", file);

    public ProcessRun RunPublished() => ProcessRun.Of(ProcessRun.Start(_folder, Published("Consumer"), []));

    /// <summary>Applies the code fixes of a diagnostic wherever it is reported.</summary>
    public ProcessRun ApplyCodeFixes(string id) => DotNet("format", "analyzers", "--severity", "info", "--diagnostics", id);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProcessRun DotNet(params string[] arguments) => ProcessRun.Of(ProcessRun.Start(_folder, ProcessRun.DotNet, arguments));
}
