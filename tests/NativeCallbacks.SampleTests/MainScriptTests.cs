using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary><c>python3 samples/Numba/main.py</c>, whichever python3 comes first on the PATH.</summary>
public sealed class MainScriptTests : IDisposable
{
    private const string Doubled = "Dotnet output: [2.0, 4.0, 6.0, 8.0, 10.0, 12.0]\n";

    private readonly StubFolder _stubs = new();

    [Fact]
    public void Main_UnderAnInterpreterWithNumba_PrintsTheStoryAndTheKernelsError()
    {
        var run = Child.Run(Python.Interpreter, Repository.PathOf("samples", "Numba", "main.py"));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain(Doubled).And.Contain("ValueError: no real root of a negative number");
        run.Errors.Should().BeEmpty();
    }

    [Fact]
    public void Main_UnderAnInterpreterWithoutNumba_FindsAnother()
    {
        // The first python3 on the PATH: without Debian's packages, as one that somebody built themselves.
        _stubs.Add("python3", $"exec {Python.Interpreter} -S \"$@\"");
        var path = _stubs.PathVariable;
        ProcessRun.Of(Child.Start("sh", ["-c", "python3 -c 'import numba'"], ("PATH", path))).ExitCode.Should().NotBe(0);

        var run = ProcessRun.Of(Child.Start("sh", ["-c", "python3 samples/Numba/main.py"], ("PATH", path)));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain(Doubled);
    }

    [Fact]
    public void Main_WhereNoInterpreterHasNumba_SaysWhatToInstall()
    {
        // Found by every interpreter before the real one.
        File.WriteAllText(Path.Combine(_stubs.Folder, "numba.py"), "raise ImportError('not here')");

        var run = ProcessRun.Of(Child.Start(
            Python.Interpreter, [Repository.PathOf("samples", "Numba", "main.py")], ("PYTHONPATH", _stubs.Folder)));

        run.Should().Be(new ProcessRun(
            1, "", "No Python here can import numba. Install it: sudo apt-get install -y python3-numba\n"));
    }

    public void Dispose() => _stubs.Dispose();
}
