using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The program samples/Rust, as its users build and run it.</summary>
public sealed class RustSampleTests : IDisposable
{
    private static readonly string DotNet = ProcessRun.DotNet;

    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-rust-sample-").FullName;

    [Fact]
    public void Program_OnRightKernels_SucceedsWithARowForEachWayOfAnAddress()
    {
        var table = Path.Combine(_folder, "table");
        var program = Repository.PathOf("samples", "Rust", "bin", Repository.Configuration, "net10.0", "Rust.dll");

        var run = ProcessRun.Of(Child.Start(DotNet, [program], ("SAMPLES_TABLE", table)));

        run.ExitCode.Should().Be(0, run.Errors);
        File.ReadAllLines(table).Should().Equal(
            "Rust\texport table\t[1, 2, 3, 4, 5, 6]\t[2, 4, 6, 8, 10, 12]\tyes",
            "Rust\treturned by a function\t[1, 2, 3, 4, 5, 6]\t[2, 4, 6, 8, 10, 12]\tyes",
            "Rust\tfield of a #[repr(C)] struct\t[1, 2, 3, 4, 5, 6]\t[1, 1, 6, 7, 15, 17]\tyes",
            "C\texport table, called by Rust as usize\t[1, 2, 3, 4, 5, 6]\t[2, 4, 6, 8, 10, 12]\tyes",
            "Rust\treturned to C#, back to Rust as usize\t[1, 2, 3, 4, 5, 6]\t[1, 1, 6, 7, 15, 17]\tyes",
            "C#\tToManagedCallback, called by Rust as usize\t[1, 2, 3, 4, 5, 6]\t[2, 4, 6, 8, 10, 12]\tyes");
    }

    [Theory]
    [InlineData("RustcCommand", "rustc")]
    [InlineData("ClangCommand", "clang")]
    public void Build_WithoutACompiler_SaysWhatToInstall(string property, string package)
    {
        var build = Child.Run(
            DotNet, "msbuild", Repository.PathOf("samples", "Rust"), "-t:CompileNativeLibraries", $"-p:{property}=no-such-command",
            $"-p:IntermediateOutputPath={_folder}/");

        build.ExitCode.Should().Be(1);
        build.Output.Should().Contain(
            "no-such-command compiles the native sources of this project and was not found. "
            + $"Install it: sudo apt-get install -y {package}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
