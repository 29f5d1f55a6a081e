using System.Text.Json;

namespace NativeCallbacks.SampleTests;

/// <summary>
/// The C API of a Python that hosts .NET, through <see cref="NativeModule.MainProgram"/>. Debian's python3 has it in the program
/// itself, so that libpython would be a second Python beside it.
/// </summary>
public sealed class HostPythonTests(PythonSession python) : IClassFixture<PythonSession>
{
    [Fact]
    public void MainProgram_FindsTheInitializedPythonOfTheHost()
    {
        var version = python.Value("__import__('sys').version").GetString();

        python.Value("host.version()").GetString().Should().Be($"{version}; 1");
        python.Value("host.address_of('Py_GetVersion')").GetInt64().Should().Be(python.Value("host.own_address_of('Py_GetVersion')").GetInt64());
    }

    [Fact]
    public void MainProgram_RunsCodeInTheInterpreterOfTheHost()
    {
        python.Value("host.run('import host; host.numbers.append(6 * 7)')").GetInt32().Should().Be(0);
        python.Value("host.numbers").Deserialize<int[]>().Should().Equal(42);
        python.Value("host.run('raise SystemError')").GetInt32().Should().Be(-1, "the status is thrown, and caught, in C#");
    }

    [StaticPythonFact]
    public void Library_BesideAPythonThatIsLinkedStatically_IsAnother()
    {
        using var another = new PythonSession();
        var own = another.Value("host.own_address_of('Py_GetVersion')").GetInt64();

        another.Value($"host.address_of('Py_GetVersion', '{StaticPythonFactAttribute.Library}')").GetInt64().Should().NotBe(own);
        another.Value("host.address_of('Py_GetVersion')").GetInt64().Should().Be(own, "the main program comes first, whatever is loaded");
    }
}

/// <summary>A test for a Python that is linked statically, on a machine that has its library too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StaticPythonFactAttribute : FactAttribute
{
    /// <summary>The library that has the C API in the version of the interpreter; empty if the interpreter uses it, or if it is not installed.</summary>
    public static readonly string Library = Child.Run(Python.Interpreter, "-c", """
        import ctypes, sysconfig
        library = sysconfig.get_config_var("INSTSONAME")
        if library not in open("/proc/self/maps").read():
            ctypes.CDLL(library)
            print(library)
        """).Output.Trim();

    public StaticPythonFactAttribute() => Skip = Library.Length > 0 ? null : "Python is not linked statically, or its library is not installed.";
}
