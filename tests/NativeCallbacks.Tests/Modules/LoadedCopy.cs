using System;
using System.IO;

namespace NativeCallbacks.Tests.Modules;

/// <summary>A copy of the shim in a file of its own, so that nothing else in the process keeps it loaded.</summary>
internal sealed class LoadedCopy : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Platform.LibraryFile($"ncbshim-{Guid.NewGuid():N}"));

    public LoadedCopy()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, Shim.FileName), _path);
        Module = NativeModule.Load(_path);
    }

    /// <summary>How messages name any of the copies, as a pattern.</summary>
    public static string FileNames { get; } = Platform.LibraryFile("ncbshim-*");

    public NativeModule Module { get; }

    /// <summary>Whether the copy is mapped into the process, by the system's own account.</summary>
    public bool IsMapped => Platform.IsLoaded(_path);

    public void Dispose()
    {
        Module.Dispose();
        File.Delete(_path);
    }
}
