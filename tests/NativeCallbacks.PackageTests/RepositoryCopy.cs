using System;
using System.IO;
using System.Linq;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests;

/// <summary>The repository in another folder: the same commit, and the sources as they are now, but nothing that was built.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    public RepositoryCopy()
    {
        Git(PackedLibrary.RepositoryRoot, "clone", "--quiet", "--no-checkout", PackedLibrary.RepositoryRoot, Root);
        // What is built tells where the sources are to be had: both must tell the same.
        var origin = Run(PackedLibrary.RepositoryRoot, "remote", "get-url", "origin");
        Git(Root, origin.ExitCode == 0 ? ["remote", "set-url", "origin", origin.Output.TrimEnd()] : ["remote", "remove", "origin"]);
        var files = Git(PackedLibrary.RepositoryRoot, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "src", ".build", ":(glob)*")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in files.Where(static file => File.Exists(Path.Combine(PackedLibrary.RepositoryRoot, file))))
        {
            var copy = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(PackedLibrary.RepositoryRoot, file), copy);
        }
    }

    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("ncb-copy-").FullName;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, ".git"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Root, recursive: true);
    }

    private static string Git(string folder, params string[] arguments)
    {
        var run = Run(folder, arguments);
        run.ExitCode.Should().Be(0, run.Errors);
        return run.Output;
    }

    private static ProcessRun Run(string folder, params string[] arguments) => ProcessRun.Of(ProcessRun.Start(folder, "git", arguments));
}
