using System.IO;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests.Consumers;

/// <summary>A project outside the repository that knows the package alone.</summary>
internal sealed class Consumer
{
    private readonly string _folder;
    private readonly string _name;

    /// <param name="library">The package.</param>
    /// <param name="name">The name of the project, which no other consumer has.</param>
    /// <param name="properties">Properties of the project; each overrides one that all consumers have.</param>
    /// <param name="rest">What else the project holds: items, imports.</param>
    /// <param name="extension">The extension of the project's file, which tells the language.</param>
    public Consumer(PackedLibrary library, string name, string properties = "", string rest = "", string extension = "csproj")
    {
        _name = name;
        _folder = Directory.CreateDirectory(Path.Combine(library.Consumers, name)).FullName;
        Project = Path.Combine(_folder, $"{name}.{extension}");
        Write(Project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <AppendRuntimeIdentifierToOutputPath>false</AppendRuntimeIdentifierToOutputPath>
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

    /// <summary>Builds the project alone.</summary>
    public ProcessRun Build() => DotNet("build", "-c", "Release", "-v", "quiet");

    /// <summary>Runs the program on the runtime that runs these tests.</summary>
    public ProcessRun Run(params string[] arguments) => RunOn(ProcessRun.DotNet, arguments);

    /// <summary>Runs the program on another runtime.</summary>
    public ProcessRun RunOn(string runtime, params string[] arguments)
    {
        var program = Path.Combine(_folder, "bin", "Release", _name);
        return Run(runtime, [$"{program}{(File.Exists(program + ".dll") ? ".dll" : ".exe")}", .. arguments]);
    }

    /// <summary>Runs a program that was built with its runtime.</summary>
    public ProcessRun RunSelfContained() => Run(Path.Combine(_folder, "bin", "Release", _name));

    /// <summary>Publishes what was built.</summary>
    public ProcessRun Publish() => DotNet("publish", "-c", "Release", "--no-build", "-o", "published");

    /// <summary>Restores, builds and publishes the project alone.</summary>
    public ProcessRun PublishFromSource() => DotNet("publish", "-c", "Release", "-o", "published");

    /// <summary>A file of the published program.</summary>
    public string Published(string file) => Path.Combine(_folder, "published", file);

    public ProcessRun RunPublished(params string[] arguments) => Run(Published(_name), arguments);

    /// <summary>Applies the code fixes of a diagnostic wherever it is reported.</summary>
    public ProcessRun ApplyCodeFixes(string id) => DotNet("format", "analyzers", "--severity", "info", "--diagnostics", id);

    private ProcessRun DotNet(params string[] arguments) => Run(ProcessRun.DotNet, arguments);

    private ProcessRun Run(string program, params string[] arguments) => ProcessRun.Of(ProcessRun.Start(_folder, program, arguments));
}
