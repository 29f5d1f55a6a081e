namespace NativeCallbacks.SampleTests;

/// <summary>The real Python, with the real Numba.</summary>
internal static class Python
{
    private static readonly Lazy<string> Found = new(static () =>
    {
        var search = Child.Run(Repository.PathOf(".build", "find_python"), "numba");
        // The program itself, where what is on the PATH is a script that looks for it.
        return search.ExitCode == 0
            ? Child.Run(search.Output.Trim(), "-c", "import sys; print(sys.executable)").Output.Trim()
            : throw new InvalidOperationException(
                "These tests run Numba, and no Python here can import it. Install it: sudo apt-get install -y python3-numba");
    });

    /// <summary>The interpreter that the scripts find.</summary>
    public static string Interpreter => Found.Value;
}
