using System;
using System.IO;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>
/// A project outside the repository that knows the package alone. Its package folder is its own, so that no earlier build
/// of the same version stands in for the one under test.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-consumer-").FullName;

    /// <param name="library">The package.</param>
    /// <param name="program">The text of Program.cs.</param>
    /// <param name="properties">More properties of the project.</param>
    /// <param name="rest">What else the project holds: items, imports.</param>
    public Consumer(PackedLibrary library, string program, string properties = "", string rest = "")
    {
        File.WriteAllText(Path.Combine(_folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>packages</RestorePackagesPath>
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
        Write("Program.cs", program);
    }

    /// <summary>The program, with what was changed in it.</summary>
    public string Program => File.ReadAllText(Path.Combine(_folder, "Program.cs"));

    /// <summary>Adds a file, which is compiled too.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public ProcessRun Build() => DotNet("build", "-c", "Release");

    public ProcessRun Run() => DotNet("run", "-c", "Release", "--no-build");

    /// <summary>Publishes the program with the runtime, both trimmed to what the program uses.</summary>
    public ProcessRun PublishTrimmed() => DotNet(
        "publish", "-c", "Release", "--use-current-runtime", "--self-contained", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false", "-o", "published");

    /// <summary>A file of the published program.</summary>
    public string Published(string file) => Path.Combine(_folder, "published", file);

    public ProcessRun RunPublished() => ProcessRun.Of(ProcessRun.Start(_folder, Published("Consumer"), []));

    /// <summary>Applies the code fixes of a diagnostic wherever it is reported. Needs a build before, for its restore.</summary>
    public ProcessRun ApplyCodeFixes(string id) => DotNet("format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", id);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProcessRun DotNet(params string[] arguments) => ProcessRun.Of(ProcessRun.Start(_folder, ProcessRun.DotNet, arguments));
}
