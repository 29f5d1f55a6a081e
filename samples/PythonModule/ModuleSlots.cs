using NativeCallbacks;

namespace PythonModule;

/// <summary>What the module declares of itself. A Python refuses a module with a slot that it does not know.</summary>
internal static class ModuleSlots
{
    private const int Execute = 2;
    private const int MultipleInterpreters = 3;
    private const int Lock = 4;

    private const nint OwnLockSupported = 2; // Py_MOD_PER_INTERPRETER_GIL_SUPPORTED
    private const nint LockNotUsed = 1; // Py_MOD_GIL_NOT_USED

    /// <summary>The version of the Python that has loaded the module, which says <c>3.11.2 (main, Apr 28 2025, 14:11:48) [GCC 12.2.0]</c>.</summary>
    public static Version PythonVersion
    {
        get
        {
            var numbers = Python.GetVersion().ToString().Split('.', 3);
            return new Version($"{numbers[0]}.{numbers[1]}");
        }
    }

    /// <summary>Whether the Python has no lock: its objects have another layout, and so has the definition of a module.</summary>
    public static bool IsFreeThreaded => Python.GetVersion().ToString().Contains("free-threading build", StringComparison.Ordinal);

    /// <summary>The slots for a version, and the empty one that ends them.</summary>
    public static IEnumerable<ModuleSlot> For(Version version, NativeCallback<ExecuteModule> execute)
    {
        yield return new ModuleSlot(Execute, execute.Address);
        if (version >= new Version(3, 12))
        {
            // No object of Python's is kept between calls, so that interpreters share nothing.
            yield return new ModuleSlot(MultipleInterpreters, OwnLockSupported);
        }

        if (version >= new Version(3, 13))
        {
            // The module would need no lock either; a Python that has one takes note and ignores it.
            yield return new ModuleSlot(Lock, LockNotUsed);
        }

        yield return default;
    }
}
