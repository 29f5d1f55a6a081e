using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>How samples/Numba/dotnet.py finds the .NET runtime, and what it says where there is none.</summary>
public sealed class RuntimeSearchTests : IDisposable
{
    private const string WayOut =
        "Install it: sudo apt-get install -y dotnet-runtime-10.0 (on Ubuntu), or https://dotnet.microsoft.com/download/dotnet/10.0";

    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-dotnet-").FullName;

    [Fact]
    public void Call_WithADotnetRootThatHasNoRuntime_NamesItAndSaysWhatToInstall()
    {
        using var python = new PythonSession(("DOTNET_ROOT", _folder));

        python.Error("compute_from_dotnet(kernels.my_callback)").Should().Be(new PythonError(
            "FileNotFoundError", $"The .NET runtime is missing: it is not in {_folder}. {WayOut}", Code: null, Cause: null));
    }

    [Fact]
    public void Call_WithoutARuntimeAnywhere_NamesThePlacesAndSaysWhatToInstall()
    {
        using var python = new PythonSession(("DOTNET_ROOT", null), ("PATH", _folder));
        python.Value($"setattr(dotnet, 'USUAL_ROOTS', ['{_folder}/a', '{_folder}/b'])");

        python.Error("compute_from_dotnet(kernels.my_callback)").Message
            .Should().Be($"The .NET runtime is missing: it is not in {_folder}/a, {_folder}/b. {WayOut}");
    }

    [Fact]
    public void Call_WithAHostThatHasNoFramework_SaysWhatToInstallAndPrintsNothing()
    {
        var hostfxr = Directory.GetFiles(Path.Combine(ProcessRun.DotNetRoot, "host", "fxr"), "libhostfxr.so", SearchOption.AllDirectories)[0];
        var copy = Path.Combine(_folder, Path.GetRelativePath(ProcessRun.DotNetRoot, hostfxr));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(hostfxr, copy);
        using var python = new PythonSession(("DOTNET_ROOT", _folder));

        var error = python.Error("compute_from_dotnet(kernels.my_callback)");

        error.Class.Should().Be("RuntimeError");
        error.Message.Should().StartWith($"The .NET in {_folder} cannot run NumbaHost.dll (error 0x80008096), which needs the runtime 10.0. {WayOut}");
        python.EndAndReadErrors().Should().BeEmpty();
    }

    [Fact]
    public void Call_BeforeTheBuild_SaysWhatToType()
    {
        using var python = new PythonSession();
        python.Value($"setattr(dotnet, 'NUMBA_HOST', dotnet.NUMBA_HOST._replace(folder=dotnet.Path('{_folder}')))");

        python.Error("compute_from_dotnet(kernels.my_callback)").Message.Should()
            .StartWith($"NumbaHost.dll is not built: there is none under {_folder}. Build it: dotnet build -c Release ");
    }

    [Fact]
    public void FindRoot_WithoutDotnetRoot_FollowsTheCommandOnThePath()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "dotnet"), ProcessRun.DotNet);
        using var python = new PythonSession(("DOTNET_ROOT", null), ("PATH", _folder));
        python.Value("setattr(dotnet, 'USUAL_ROOTS', [])");

        python.Value("str(dotnet.find_root())").GetString().Should().Be(ProcessRun.DotNetRoot.TrimEnd('/'));
    }

    [Fact]
    public void NewestHostfxr_OfSeveral_ComparesVersionsAsNumbers()
    {
        string[] versions = ["9.0.11", "10.0.2", "10.0.12-preview.1", "10.0.12", "8.0.100"];
        foreach (var version in versions)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, "host", "fxr", version)).FullName;
            File.WriteAllText(Path.Combine(folder, "libhostfxr.so"), "");
        }

        using var python = new PythonSession();

        python.Value($"dotnet._newest_hostfxr(dotnet.Path('{_folder}')).parent.name").GetString().Should().Be("10.0.12");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
