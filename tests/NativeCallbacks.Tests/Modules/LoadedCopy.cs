using System;
using System.IO;

namespace NativeCallbacks.Tests.Modules;

/// <summary>A copy of the shim in a file of its own, so that nothing else in the process keeps it loaded.</summary>
internal sealed class LoadedCopy : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"libncbshim-{Guid.NewGuid():N}.so");

    public LoadedCopy()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "libncbshim.so"), _path);
        Module = NativeModule.Load(_path);
    }

    public NativeModule Module { get; }

    /// <summary>Whether the copy is mapped into the process, by the system's own account.</summary>
    public bool IsMapped => File.ReadAllText("/proc/self/maps").Contains(_path, StringComparison.Ordinal);

    public void Dispose()
    {
        Module.Dispose();
        File.Delete(_path);
    }
}
