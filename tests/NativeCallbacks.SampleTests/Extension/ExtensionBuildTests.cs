using System.Diagnostics;
using System.Globalization;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests.Extension;

/// <summary>The script that compiles the extension module.</summary>
public sealed class ExtensionBuildTests : IDisposable
{
    private readonly StubFolder _stubs = new();

    private readonly string _copy = Directory.CreateTempSubdirectory("ncb-build-").FullName;

    [Fact]
    public void Build_WhoseCompilerLeavesAProcessBehind_GivesItsLockBack()
    {
        // As `dotnet` does, which keeps nodes for the next build.
        _stubs.Add("dotnet", "[ $1 = publish ] || exit 0; mkdir -p bin/publish; : >bin/publish/callback.so; sleep 600 >/dev/null 2>&1 & echo $! >bin/left");
        var folder = Path.Combine(_copy, "samples", "PythonModule");
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "build.sh", "wheel.py", "callback.pyi" })
        {
            File.Copy(Repository.PathOf("samples", "PythonModule", name), Path.Combine(folder, name));
        }

        Directory.CreateSymbolicLink(Path.Combine(_copy, ".build"), Repository.PathOf(".build"));

        var build = ProcessRun.Of(Child.Start("bash", [Path.Combine(folder, "build.sh")], ("PATH", _stubs.PathVariable)));

        build.ExitCode.Should().Be(0, build.Output + build.Errors);
        using var left = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(folder, "bin", "left")), CultureInfo.InvariantCulture));
        try
        {
            Child.Run("flock", "--nonblock", Path.Combine(folder, "bin", "build.lock"), "true").ExitCode.Should().Be(0);
            left.HasExited.Should().BeFalse();
        }
        finally
        {
            left.Kill();
        }
    }

    public void Dispose()
    {
        _stubs.Dispose();
        Directory.Delete(_copy, recursive: true);
    }
}
