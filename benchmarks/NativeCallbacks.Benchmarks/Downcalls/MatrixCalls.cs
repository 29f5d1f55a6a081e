using System;
using System.Linq;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.Downcalls;

/// <summary>Two spans and their dimensions; the callee doubles each element.</summary>
public abstract unsafe class MatrixCalls
{
    private double[] _input = [];
    private double[] _output = [];

    public abstract MatrixShape Shape { get; set; }

    private protected delegate* unmanaged[Cdecl]<double*, double*, int, int, void> RawFunction { get; } =
        (delegate* unmanaged[Cdecl]<double*, double*, int, int, void>)NativeExports.AddressOf("double_matrix");

    private protected NativeCallback<MatrixTransform> Callback { get; } = new(NativeExports.AddressOf("double_matrix"));

    private protected MatrixTransform Delegate { get; } =
        new NativeCallback<MatrixTransform>(NativeExports.AddressOf("double_matrix")).ToDelegate();

    private protected MarshalledMatrixTransform Marshalled { get; } =
        Marshal.GetDelegateForFunctionPointer<MarshalledMatrixTransform>(NativeExports.AddressOf("double_matrix"));

    private protected ReadOnlySpan<double> Input => _input;

    private protected Span<double> Output => _output;

    [GlobalSetup]
    public void Agree()
    {
        _input = [.. Enumerable.Range(0, Shape.Rows * Shape.Columns).Select(static i => i + 0.5)];
        _output = new double[_input.Length];
        Agreement.Check(this, () => Results.Take(_output));
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark(Baseline = true)]
    public void Raw()
    {
        fixed (double* input = Input, output = Output)
        {
            RawFunction(input, output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void Invoke() => Callback.Invoke(Input, Output, Shape.Rows, Shape.Columns);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void ToDelegate() => Delegate(Input, Output, Shape.Rows, Shape.Columns);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void MarshalDelegate()
    {
        fixed (double* input = Input, output = Output)
        {
            Marshalled(input, output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void DllImport()
    {
        fixed (double* input = Input, output = Output)
        {
            DllImports.DoubleMatrix(input, output, Shape.Rows, Shape.Columns);
        }
    }

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void LibraryImport() => LibraryImports.DoubleMatrix(Input, Output, Shape.Rows, Shape.Columns);

    [BenchmarkCategory(Categories.OwnFrame), Benchmark]
    public void RawAgain()
    {
        fixed (double* input = Input, output = Output)
        {
            RawFunction(input, output, Shape.Rows, Shape.Columns);
        }
    }
}
