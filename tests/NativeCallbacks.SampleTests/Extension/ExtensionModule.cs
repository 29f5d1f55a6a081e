namespace NativeCallbacks.SampleTests.Extension;

/// <summary>The extension module of samples/PythonModule, compiled once for all tests.</summary>
internal static class ExtensionModule
{
    private static readonly Lazy<string> Built = new(static () =>
    {
        var build = Child.Run("bash", Repository.PathOf("samples", "PythonModule", "build.sh"));
        build.ExitCode.Should().Be(0, build.Output + build.Errors);
        build.Output.Should().NotContain("warning");
        return Repository.PathOf("samples", "PythonModule", "bin");
    });

    /// <summary>The folder from which Python imports it.</summary>
    public static string Folder => Path.Combine(Built.Value, "module");

    /// <summary>What pip installs.</summary>
    public static string Wheel => Directory.GetFiles(Path.Combine(Built.Value, "wheel"), "*.whl").Single();

    /// <summary>Lets a Python find it.</summary>
    public static (string Name, string? Value) SearchPath => ("PYTHONPATH", Folder);

    /// <summary>A script of samples/PythonModule.</summary>
    public static string Script(string name) => Repository.PathOf("samples", "PythonModule", name);

    /// <summary>A script of the tests.</summary>
    public static string TestScript(string name) => Repository.PathOf("tests", "NativeCallbacks.SampleTests", "python", name);
}
