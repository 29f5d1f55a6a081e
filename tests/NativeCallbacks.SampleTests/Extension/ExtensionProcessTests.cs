using NativeCallbacks.Processes;
using Xunit.Abstractions;

namespace NativeCallbacks.SampleTests.Extension;

/// <summary>The extension module in processes of its own: how it is imported, forked, and left behind when the interpreter ends.</summary>
public sealed class ExtensionProcessTests(ExtensionSession python, ITestOutputHelper output) : IClassFixture<ExtensionSession>, IDisposable
{
    private const string Story = "Rust output: [2.0, 4.0, 6.0, 8.0, 10.0, 12.0]\n";

    /// <summary>A callback that is Python's own, for interpreters without Numba, and a call of it.</summary>
    private const string Halve = """
        import array, ctypes, sys, callback
        MATRIX = ctypes.CFUNCTYPE(None, ctypes.POINTER(ctypes.c_double), ctypes.POINTER(ctypes.c_double), ctypes.c_int, ctypes.c_int)
        @MATRIX
        def halve(in_, out, m, n):
            for i in range(m * n):
                out[i] = in_[i] / 2 - i
        address = ctypes.cast(halve, ctypes.c_void_p).value
        print(callback.compute_from_dotnet(address), callback.compute_from_dotnet(address, array.array("d", [4, 6]), 1, 2), flush=True)

        """;

    private const string Halved = "[0.5, 0.0, -0.5, -1.0, -1.5, -2.0] [2.0, 2.0]\n";

    private const string Copied = "[2.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0] False\n";

    private readonly StubFolder _folder = new();

    [Fact]
    public void Story_WithNothingChangedButTheFunctionsName_PrintsWhatItPrintsWithRust() =>
        Run([ExtensionModule.Script("story.py")]).Should().Be(new ProcessRun(0, Story, ""));

    [Fact]
    public void Main_WithATableToFill_AddsItsRow()
    {
        var table = Path.Combine(_folder.Folder, "table");

        var run = ProcessRun.Of(Child.Start(Python.Interpreter, [ExtensionModule.Script("main.py")], ("SAMPLES_TABLE", table), ExtensionModule.SearchPath));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().StartWith(Story).And.Contain("  2,000,000 of 3,000,001 points\n").And.MatchRegex(@"squared 3\.141592653\d+\n$");
        File.ReadAllText(table).Should().Be("Python\timport callback: C# without .NET\t[1, 2, 3, 4, 5, 6]\t[2, 4, 6, 8, 10, 12]\tyes\n");
    }

    [NamespaceFact]
    public void Story_WhereNoDotnetCanBeFound_IsTheSame()
    {
        // All that the hosted way looks at, hidden from these two processes; the second shows that it is.
        string[] folders = [ProcessRun.DotNetRoot, "/usr/share/dotnet", "/usr/lib/dotnet", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet")];
        var hide = string.Concat(folders.Where(Directory.Exists).Distinct().Select(static folder => $"mount -t tmpfs none '{folder}' && "));
        ProcessRun Hidden(string script) => ProcessRun.Of(Child.Start(
            "unshare", ["-m", "sh", "-c", $"{hide}exec {Python.Interpreter} {script}"], ("DOTNET_ROOT", null), ("PATH", "/usr/bin:/bin"), ExtensionModule.SearchPath));

        Hidden(ExtensionModule.Script("story.py")).Should().Be(new ProcessRun(0, Story, ""));
        Hidden(Repository.PathOf("samples", "Numba", "main.py")).Errors.Should().Contain("FileNotFoundError: The .NET runtime is missing");
        Directory.Exists(Path.Combine(ProcessRun.DotNetRoot, "shared")).Should().BeTrue("other processes still have it");
    }

    [Fact]
    public void Library_NeedsTheCLibraryAlone()
    {
        var libraries = Child.Run("ldd", Path.Combine(ExtensionModule.Folder, "callback.abi3.so")).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => Path.GetFileName(line.TrimStart().Split(' ')[0]));

        libraries.Should().BeSubsetOf(["linux-vdso.so.1", "libm.so.6", "libc.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "ld-linux-x86-64.so.2"]);
    }

    [Fact]
    public void Child_AfterFork_ComputesAndCollects_AndSoDoesItsParent() =>
        python.Value("extension.after_fork(20_000)").GetRawText().Should().Be("""{"status": 7, "here": [1.0, 1.0, 6.0, 7.0, 15.0, 17.0]}""");

    [Fact]
    public void Calls_WhileTheInterpreterEnds_Work_AndAThreadThatComesBackLaterEndsQuietly() =>
        Run([ExtensionModule.TestScript("at_exit.py")])
            .Should().Be(new ProcessRun(0, "atexit [0.5, 1.0, 1.5, 2.0, 2.5, 3.0]\n__del__ [4.0]\nthe thread has ended\n", ""));

    [Fact]
    public void Import_IsQuick()
    {
        var times = Run(["-X", "importtime", "-c", "import callback"]);

        times.ExitCode.Should().Be(0);
        var line = times.Errors.Split('\n').Single(static line => line.EndsWith("| callback", StringComparison.Ordinal));
        output.WriteLine($"self [µs] | cumulative | {line}");
    }

    [Fact]
    public void Subinterpreters_HaveModulesOfTheirOwn() =>
        Run(["-c", Halve + InInterpreters("_xxsubinterpreters", "create()")]).Should().Be(new ProcessRun(0, Halved + Copied + Copied, ""));

    [OtherPythonFact("3.12")]
    public void Interpreters_OfPython312WithALockOfTheirOwn_HaveModulesOfTheirOwn() =>
        RunOn("3.12", InInterpreters("_xxsubinterpreters", "create(isolated=True)")).Should().Be(new ProcessRun(0, Halved + Copied + Copied, ""));

    [OtherPythonFact("3.13")]
    public void Interpreters_OfPython313WithALockOfTheirOwn_HaveModulesOfTheirOwn() =>
        RunOn("3.13", InInterpreters("_interpreters", "create('isolated')")).Should().Be(new ProcessRun(0, Halved + Copied + Copied, ""));

    [Fact]
    public void Wheel_IsInstalledByPipWithoutANetwork()
    {
        const string InstallAndRun = """
            import glob, runpy, sys
            wheel, target = sys.argv[1:]
            sys.path[:0] = glob.glob("/usr/share/python-wheels/pip-*.whl")  # Debian's own, where pip is not installed
            sys.argv = ["pip", "--quiet", "--isolated", "install", "--no-index", "--root-user-action=ignore", "--target", target, wheel]
            runpy.run_module("pip", run_name="__main__")
            """;

        var pip = ProcessRun.Of(Child.Start(Python.Interpreter, ["-c", InstallAndRun, ExtensionModule.Wheel, _folder.Folder]));

        pip.Should().Be(new ProcessRun(0, "", ""));
        File.Exists(Path.Combine(_folder.Folder, "callback-stubs", "__init__.pyi")).Should().BeTrue();
        ProcessRun.Of(Child.Start(Python.Interpreter, ["-c", Halve], ("PYTHONPATH", _folder.Folder))).Should().Be(new ProcessRun(0, Halved, ""));
    }

    public void Dispose() => _folder.Dispose();

    private static ProcessRun Run(string[] arguments) => ProcessRun.Of(Child.Start(Python.Interpreter, arguments, ExtensionModule.SearchPath));

    /// <summary>
    /// Two interpreters, one after the other, each of which calls a function of C as a callback: <c>bcopy(in, out, m)</c> copies so many
    /// bytes. A callback of Python's own would be one of the main interpreter.
    /// </summary>
    private static string InInterpreters(string module, string create) => $$"""
        import {{module}}
        bcopy = ctypes.cast(ctypes.CDLL(None).bcopy, ctypes.c_void_p).value
        for _ in range(2):
            interpreter = {{module}}.{{create}}
            {{module}}.run_string(interpreter, f'''if True:
                import array, callback
                out = array.array("d", [0] * 8)
                callback.compute_from_dotnet({bcopy}, [2.5] + [1.5] * 7, 8, 1, out=out)
                print(out.tolist(), id(callback.CallbackError) == {id(callback.CallbackError)}, flush=True)
            ''')
            {{module}}.destroy(interpreter)
        """;

    private static ProcessRun RunOn(string version, string script) =>
        ProcessRun.Of(Child.Start(OtherPythonFactAttribute.Find(version)!, ["-c", Halve + script], ExtensionModule.SearchPath));
}
