using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The Dask sample, with real workers, one of which is killed in every run.</summary>
public sealed class DaskTests : IDisposable
{
    private static readonly Lazy<string> Found = new(static () =>
    {
        var search = Child.Run(Repository.PathOf(".build", "find_python"), "numba, distributed");
        return search.ExitCode == 0
            ? search.Output.Trim()
            : throw new InvalidOperationException(
                "These tests run Dask, and no Python here can import numba and distributed. Install them: "
                + "sudo apt-get install -y python3-numba python3-distributed");
    });

    private static readonly string[] Small = ["--elements", "300001", "--chunk", "30000"];

    private readonly StubFolder _folder = new();

    [Fact]
    public void Dask_WithAWorkerKilled_ComputesEveryElementAsNumPyDoes()
    {
        var table = Path.Combine(_folder.Folder, "table");

        var run = Run([Repository.PathOf("samples", "Dask", "main.py"), .. Small], ("SAMPLES_TABLE", table));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("An array of 2 MB in 11 chunks, for 2 workers of 600 MB each.");
        run.Output.Should().MatchRegex(@"All 11 chunks took \d+\.\d s, although process \d+ was killed when the first of them was done\.");
        run.Output.Should().EndWith("equal to NumPy: True\n");
        File.ReadAllText(table).Should().Be(
            "Dask\tcfunc compiled in each worker, called by C#\t[0, 1, ... 300001 numbers]\tone worker killed on the way\tyes\n");
    }

    [Fact]
    public void Dask_WithAKernelThatComputesSomethingElse_Fails()
    {
        const string OtherKernel = "import sys, main; main.kernel = lambda x: x; sys.exit(main.main())";

        var run = Run(["-c", OtherKernel, .. Small], ("PYTHONPATH", Repository.PathOf("samples", "Dask")));

        run.ExitCode.Should().Be(1, run.Errors);
        run.Output.Should().EndWith("equal to NumPy: False\n");
    }

    [Fact]
    public void Worker_WithAKernelOfAnotherSignature_RaisesWhatCSharpSays()
    {
        const string OtherSignature =
            """
            import numpy, numba, worker
            worker._compile = numba.cfunc("float64(float32)")
            try:
                worker.through_dotnet(numpy.ones(3), lambda x: 2.0 * x)
            except RuntimeError as error:
                print(error)
            """;

        var run = Run(["-c", OtherSignature], ("PYTHONPATH", Repository.PathOf("samples", "Dask")));

        run.Errors.Should().BeEmpty();
        run.Output.Should().StartWith("SignatureMismatchException: The native function does not match ScalarFunction: parameter 1 ('x') is double in the delegate and float in the native declaration.\n");
    }

    public void Dispose() => _folder.Dispose();

    private static ProcessRun Run(string[] arguments, (string Name, string? Value) variable) =>
        ProcessRun.Of(Child.Start(Found.Value, arguments, variable));
}
