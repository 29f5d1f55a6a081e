namespace NativeCallbacks.SampleTests.Extension;

/// <summary>A test of a Python that Debian 12 does not have; it needs no Numba.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OtherPythonFactAttribute : FactAttribute
{
    /// <param name="version">The version, such as 3.12.</param>
    public OtherPythonFactAttribute(string version) =>
        Skip = Find(version) is null ? $"There is no Python {version} here, neither on the PATH nor under ~/.pyenv." : null;

    /// <summary>The interpreter of a version; null if there is none.</summary>
    public static string? Find(string version)
    {
        var pyenv = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv", "versions");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists(pyenv) ? Directory.GetDirectories(pyenv).Select(static folder => Path.Combine(folder, "bin")) : []);
        return folders.Select(folder => Path.Combine(folder, $"python{version}"))
            .FirstOrDefault(python => File.Exists(python) && Child.Run(python, "-c", "import ctypes, array").ExitCode == 0);
    }
}
