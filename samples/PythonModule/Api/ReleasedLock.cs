namespace PythonModule;

/// <summary>The scope in which other threads run Python, because this one runs native code that needs no interpreter.</summary>
internal readonly ref struct ReleasedLock : IDisposable
{
    private readonly nint _thread;

    private ReleasedLock(nint thread) => _thread = thread;

    public static ReleasedLock Begin() => new(Python.SaveThread());

    /// <summary>Waits for the lock, also where an exception leaves the scope.</summary>
    public void Dispose() => Python.RestoreThread(_thread);
}
