using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Notations;

/// <summary>The checked way in.</summary>
public class BindTests
{
    private const string MatrixInNumba = "(float64*, float64*, int32, int32) -> none";

    [Fact]
    public void Bind_OfAFunctionAndItsSignature_CallsIt()
    {
        var callback = NativeCallback<MatrixTransform>.Bind(Shim.Address("matrix_double"), MatrixInNumba);
        var output = new double[6];

        callback.Invoke([1.5, -2, 3, 4, 5, 6.25], output, 3, 2);

        output.Should().Equal(3, -4, 6, 8, 10, 12.5);
    }

    [Fact]
    public void Bind_WithAnotherSignature_ShowsBothAndPointsAtTheDifference()
    {
        var bind = () => NativeCallback<MatrixTransform>.Bind(Shim.Address("matrix_double"), "(float64*, float64*, int64, int32) -> none");

        var mismatch = bind.Should().Throw<SignatureMismatchException>().Which;

        mismatch.Message.Should().Be(
            """
            The native function does not match MatrixTransform: parameter 3 ('m') is int in the delegate and int64_t in the native declaration.
              MatrixTransform: void (*)(const double *input, double *output, int m, int n)
              declared:        void (*)(double *, double *, int64_t, int32_t)
                                                            ^^^^^^^
            Change it to long in the delegate, or to int in the native declaration.
            """);
        mismatch.Expected.ToString().Should().StartWith("void (*)(const double *input");
        mismatch.Declared.ToString().Should().Be("void (*)(double *, double *, int64_t, int32_t)");
    }

    [Theory]
    [InlineData("float (*)(double)", "double")]
    [InlineData("void f(const double *, double *, int)", ")")]
    [InlineData("void f(const double *, double *, int, int, int more)", "int more")]
    [InlineData("void f(const double *, double **, int, int)", "double **")]
    [InlineData("int f(const double *, double *, int, int)", "int")]
    [InlineData("void (*f(const double *, double *, int, int))(int)", "void (*")]
    public void Bind_WithAnotherSignature_UnderlinesTheFirstDifference(string declared, string underlined)
    {
        var bind = () => NativeCallback<MatrixTransform>.Bind(Shim.Address("matrix_double"), declared);

        var lines = bind.Should().Throw<SignatureMismatchException>().Which.Message.Split('\n');

        var start = lines[3].IndexOf('^', StringComparison.Ordinal);
        lines[2].Substring(start, lines[3].Length - start).Should().Be(underlined);
        lines[2].Should().StartWith("  declared:");
    }

    [Fact]
    public void Bind_WithATextThatIsNotASignature_IsAFormatException() =>
        FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(Shim.Address("matrix_double"), "void f(duoble x)"))
            .Should().Throw<FormatException>();

    [Fact]
    public void Bind_OfNull_IsRefused() =>
        FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(0, MatrixInNumba))
            .Should().Throw<ArgumentException>().WithMessage("A NativeCallback<MatrixTransform> requires a non-zero address.*");

    [Fact]
    public void Bind_OfNoMemory_IsRefused() =>
        FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(0x10, MatrixInNumba))
            .Should().Throw<ArgumentException>()
            .WithMessage("No function starts at 0x10, which is not mapped. Its code was unloaded or freed*");

    [Fact]
    public void Bind_OfExportedData_IsRefused()
    {
        var address = Shim.Address("shim_data_symbol");

        FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(address, MatrixInNumba))
            .Should().Throw<ArgumentException>()
            .WithMessage($"No function starts at 0x{(long)address:X} in {Shim.FileName}{Platform.Symbol("shim_data_symbol")}, {Platform.ProtectionOfConstants}, which is data and not code. Pass the address of the function*");
    }

    [Fact]
    public void Bind_OfTheHeap_IsRefused()
    {
        var memory = Marshal.AllocHGlobal(64);
        try
        {
            FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(memory, MatrixInNumba))
                .Should().Throw<ArgumentException>().WithMessage($"No function starts at 0x{(long)memory:X}*, rw-, which is data and not code.*");
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    [NotOnFact(Where.Windows, Platform.NoSymbols)]
    public void Bind_InsideAFunction_IsRefused()
    {
        var address = Shim.Address("matrix_double") + 1;
        var size = NativeAddress.Inspect(address).SymbolSize;

        FluentActions.Invoking(() => NativeCallback<MatrixTransform>.Bind(address, MatrixInNumba))
            .Should().Throw<ArgumentException>()
            .WithMessage($"No function starts at 0x{(long)address:X} in {Shim.FileName} (matrix_double + 0x1), r-x, which is inside a function of {size} bytes. Pass the address at which it starts.*");
    }

    [Fact]
    public void Bind_ToADelegateThatIsNotDeclared_SaysHow() =>
        FluentActions.Invoking(() => NativeCallback<Action<string>>.Bind(Shim.Address("matrix_double"), "void f()"))
            .Should().Throw<InvalidOperationException>().WithMessage("Action<string> is not declared with [NativeSignature]*");
}
