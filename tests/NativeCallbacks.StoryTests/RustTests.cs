using System.Runtime.InteropServices;
using System.Text;
using NativeCallbacks.Numerics;
using RustSample;

namespace NativeCallbacks.StoryTests;

/// <summary>Every function of samples/Rust, against values computed here, as each rustc at hand compiles it.</summary>
public sealed class RustTests
{
    private static readonly double[] Input = [1.5, -2, 3, 4, 5, 60];

    public static TheoryData<string> Compilers { get; } = new(RustLibrary.Compilers());

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ExportedFunction_ByItsAddress_Computes(string compiler)
    {
        var library = Load(compiler);

        Apply(Callback<MatrixTransform>(library, "matrix_double")).Should().Equal(Input.Select(static x => 2 * x));
        Callback<ScalarFunction>(library, "square_minus_one").Invoke(-1.5).Should().Be(1.25);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ReturnedFunctionPointer_IsCallable_AndNoneIsNull(string compiler)
    {
        var find = Callback<FindTransform>(Load(compiler), "find_transform");

        Apply(find.Invoke(0)).Should().Equal(Input.Select(static x => 2 * x));
        Apply(find.Invoke(1)).Should().Equal(Weighed(Input));
        find.Invoke(2).IsNull.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void FieldsOfAReprCStruct_AreCallable(string compiler)
    {
        var table = Callback<GetKernelTable>(Load(compiler), "kernel_table").Invoke();

        table.Version.Should().Be(1);
        Apply(table.Weigh).Should().Equal(Weighed(Input));
        table.SquareMinusOne.Invoke(3).Should().Be(8);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfAnAddress_TransmutesAndCallsIt(string compiler)
    {
        var library = Load(compiler);
        var output = new double[6];

        Callback<ComputeFromRust>(library, "compute_from_rust").Invoke(Callback<FindTransform>(library, "find_transform").Invoke(1), output);

        output.Should().Equal(Weighed([1, 2, 3, 4, 5, 6]));
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfAHandler_CallsItBack(string compiler)
    {
        MatrixTransform handler = static (input, output, m, n) =>
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[i] = (10 * m) + n - (i * input[i]);
            }
        };
        using var managed = handler.ToManagedCallback();
        var output = new double[6];

        Callback<ComputeFromRust>(Load(compiler), "compute_from_rust").Invoke(managed.Callback, output);

        output.Should().Equal(32, 30, 26, 20, 12, 2);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfAHandlerThatThrows_ThrowsItsException(string compiler)
    {
        var thrown = new InvalidTimeZoneException("from the handler");
        MatrixTransform handler = (_, _, _, _) => throw thrown;
        using var managed = handler.ToManagedCallback();
        var compute = Callback<ComputeFromRust>(Load(compiler), "compute_from_rust");

        var call = () => compute.Invoke(managed.Callback, new double[6]);

        call.Should().Throw<InvalidTimeZoneException>().Which.Should().BeSameAs(thrown);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfANullCallback_IsAStatusAndNoCrash(string compiler)
    {
        var compute = Callback<ComputeFromRust>(Load(compiler), "compute_from_rust");

        var call = () => compute.Invoke(default, new double[6]);

        call.Should().Throw<NativeStatusException>().Which.Code.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void SignatureText_IsRustsOwn(string compiler)
    {
        var describe = Callback<SignatureText>(Load(compiler), "signature_text");

        Text(0).Should().Be("unsafe extern \"C\" fn(*const f64, *mut f64, i32, i32)");
        Text(1).Should().Be("extern \"C\" fn(f64) -> f64");
        Text(2).Should().BeEmpty();

        string Text(int number)
        {
            var text = new byte[100];
            return Encoding.UTF8.GetString(text, 0, (int)describe.Invoke(number, text));
        }
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void SignatureText_WithTooSmallABuffer_TellsTheLengthAndWritesNoFurther(string compiler)
    {
        var text = new byte[8];

        var length = Callback<SignatureText>(Load(compiler), "signature_text").Invoke(1, text.AsSpan(0, 6));

        length.Should().Be((nuint)"extern \"C\" fn(f64) -> f64".Length);
        Encoding.UTF8.GetString(text).Should().Be("extern\0\0");
    }

    private static nint Load(string compiler) => NativeLibrary.Load(RustLibrary.CompileWith(compiler));

    private static NativeCallback<T> Callback<T>(nint library, string name)
        where T : Delegate => new(NativeLibrary.GetExport(library, name));

    /// <summary>The callback, applied to the input as a 3 × 2 matrix.</summary>
    private static double[] Apply(NativeCallback<MatrixTransform> callback)
    {
        var output = new double[Input.Length];
        callback.Invoke(Input, output, 3, 2);
        return output;
    }

    private static IEnumerable<double> Weighed(double[] input) => input.Select(static (x, at) => (at / 2 + 1) * x - at % 2);
}
