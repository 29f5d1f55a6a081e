using System.Runtime.Versioning;

// The programs that these tests start are those of a Linux system.
[assembly: SupportedOSPlatform("linux")]

namespace NativeCallbacks.SampleTests;

/// <summary>A temporary folder with shell scripts that stand for commands of the system, where it is first on the PATH.</summary>
internal sealed class StubFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ncb-stubs-").FullName;

    /// <summary>The PATH with this folder first.</summary>
    public string PathVariable => $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>Puts a command into the folder.</summary>
    public void Add(string command, string script)
    {
        var file = Path.Combine(Folder, command);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
