using BenchmarkDotNet.Attributes;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>A matrix as small as they come, and one that fills the nearest cache.</summary>
public unsafe class Matrix : MatrixCalls
{
    private const int Calls = 64;

    public static MatrixShape[] Shapes { get; } = [new(3, 2), new(100, 100)];

    [ParamsSource(nameof(Shapes))]
    public override MatrixShape Shape { get; set; }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public void RawInLoop()
    {
        var f = RawFunction;
        for (var i = 0; i < Calls; i++)
        {
            fixed (double* input = Input, output = Output)
            {
                f(input, output, Shape.Rows, Shape.Columns);
            }
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void InvokeInLoop()
    {
        var f = Callback;
        for (var i = 0; i < Calls; i++)
        {
            f.Invoke(Input, Output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void ToDelegateInLoop()
    {
        var f = Delegate;
        for (var i = 0; i < Calls; i++)
        {
            f(Input, Output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void MarshalDelegateInLoop()
    {
        var f = Marshalled;
        for (var i = 0; i < Calls; i++)
        {
            fixed (double* input = Input, output = Output)
            {
                f(input, output, Shape.Rows, Shape.Columns);
            }
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void DllImportInLoop()
    {
        for (var i = 0; i < Calls; i++)
        {
            fixed (double* input = Input, output = Output)
            {
                DllImports.DoubleMatrix(input, output, Shape.Rows, Shape.Columns);
            }
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void LibraryImportInLoop()
    {
        for (var i = 0; i < Calls; i++)
        {
            LibraryImports.DoubleMatrix(Input, Output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.InLoop), Benchmark(OperationsPerInvoke = Calls)]
    public void RawAgainInLoop()
    {
        var f = RawFunction;
        for (var i = 0; i < Calls; i++)
        {
            fixed (double* input = Input, output = Output)
            {
                f(input, output, Shape.Rows, Shape.Columns);
            }
        }
    }
}
