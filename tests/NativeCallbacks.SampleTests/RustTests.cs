using System.Text;
using NativeCallbacks.Numerics;
using RustSample;

namespace NativeCallbacks.SampleTests;

/// <summary>Every function of samples/Rust, against values computed here, as each rustc at hand compiles it.</summary>
public sealed class RustTests
{
    private static readonly double[] Input = [1.5, -2, 3, 4, 5, 60];

    /// <summary>The functions that kernels.rs exports: their types as Rust prints them, and how their own delegates are bound.</summary>
    private static readonly Dictionary<string, (string Signature, Action<RustKernels, string> Bind)> Functions = new()
    {
        ["matrix_double"] = ("unsafe extern \"C\" fn(*const f64, *mut f64, i32, i32)", Bind<MatrixTransform>),
        ["square_minus_one"] = ("extern \"C\" fn(f64) -> f64", Bind<ScalarFunction>),
        ["find_transform"] = (
            "extern \"C\" fn(i32) -> core::option::Option<unsafe extern \"C\" fn(*const f64, *mut f64, i32, i32)>", Bind<FindTransform>),
        ["kernel_table"] = ("extern \"C\" fn() -> kernels::KernelTable", Bind<GetKernelTable>),
        ["compute_from_rust"] = ("unsafe extern \"C\" fn(usize, *mut f64) -> i32", Bind<ComputeFromRust>),
    };

    public static TheoryData<string> Compilers { get; } = new(RustLibrary.Compilers());

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ExportedFunction_ByItsAddress_Computes(string compiler)
    {
        var library = Load(compiler);

        Apply(library.Bind<MatrixTransform>("matrix_double")).Should().Equal(Input.Select(static x => 2 * x));
        library.Bind<ScalarFunction>("square_minus_one").Invoke(-1.5).Should().Be(1.25);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ReturnedFunctionPointer_IsCallable_AndNoneIsNull(string compiler)
    {
        var find = Load(compiler).Bind<FindTransform>("find_transform");

        Apply(find.Invoke(0)).Should().Equal(Input.Select(static x => 2 * x));
        Apply(find.Invoke(1)).Should().Equal(Weighed(Input));
        find.Invoke(2).IsNull.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void FieldsOfAReprCStruct_AreCallable(string compiler)
    {
        var table = Load(compiler).Bind<GetKernelTable>("kernel_table").Invoke();

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

        library.Bind<ComputeFromRust>("compute_from_rust").Invoke(library.Bind<FindTransform>("find_transform").Invoke(1), output);

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

        Load(compiler).Bind<ComputeFromRust>("compute_from_rust").Invoke(managed.Callback, output);

        output.Should().Equal(32, 30, 26, 20, 12, 2);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfAHandlerThatThrows_ThrowsItsException(string compiler)
    {
        var thrown = new InvalidTimeZoneException("from the handler");
        MatrixTransform handler = (_, _, _, _) => throw thrown;
        using var managed = handler.ToManagedCallback();
        var compute = Load(compiler).Bind<ComputeFromRust>("compute_from_rust");

        var call = () => compute.Invoke(managed.Callback, new double[6]);

        call.Should().Throw<InvalidTimeZoneException>().Which.Should().BeSameAs(thrown);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void ComputeFromRust_OfANullCallback_IsAStatusAndNoCrash(string compiler)
    {
        var compute = Load(compiler).Bind<ComputeFromRust>("compute_from_rust");

        var call = () => compute.Invoke(default, new double[6]);

        call.Should().Throw<NativeStatusException>().Which.Code.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void SignatureOf_EveryFunction_IsWhatRustPrints(string compiler)
    {
        var library = Load(compiler);

        Functions.Keys.Select(library.SignatureOf).Should().Equal(Functions.Values.Select(static function => function.Signature));
        library.SignatureOf("matrix_weigh").Should().BeEmpty("it is not exported");
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void Bind_OfEachFunctionToEachDelegate_RefusesAllButItsOwn(string compiler)
    {
        var library = Load(compiler);
        var pairs = Functions.SelectMany(static function => Functions.Select(other => (Function: function.Key, Delegate: other.Key)));

        var accepted = pairs.Where(pair => Accepts(() => Functions[pair.Delegate].Bind(library, pair.Function)));

        accepted.Should().Equal(Functions.Keys.Select(static name => (name, name)));
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void Bind_OfAFunctionToAnothersDelegate_ShowsTheFirstDifference(string compiler)
    {
        var library = Load(compiler);

        FluentActions.Invoking(() => library.Bind<ScalarFunction>("matrix_double")).Should().Throw<SignatureMismatchException>()
            .WithMessage(
                """
                The native function does not match ScalarFunction: parameter 1 ('x') is double in the delegate and const double * in the native declaration.
                  ScalarFunction: double (*)(double x)
                  declared:       void (*)(const double *, double *, int32_t, int32_t)
                                           ^^^^^^^^^^^^^^
                *
                """);
        FluentActions.Invoking(() => library.Bind<GetKernelTable>("find_transform")).Should().Throw<SignatureMismatchException>()
            .WithMessage("*does not match GetKernelTable: parameter 1 is missing in the delegate and int32_t in the native declaration.*");
        FluentActions.Invoking(() => library.Bind<MatrixTransform>("signature_text")).Should().Throw<FormatException>("Rust says nothing of it");
    }

    [Theory]
    [MemberData(nameof(Compilers))]
    public void SignatureText_WithTooSmallABuffer_TellsTheLengthAndWritesNoFurther(string compiler)
    {
        using var library = NativeModule.Load(RustLibrary.CompileWith(compiler));
        var describe = library.GetCallback<SignatureText>("signature_text");
        var text = new byte[8];

        var length = describe.Invoke("square_minus_one", text.AsSpan(0, 6));

        length.Should().Be((nuint)"extern \"C\" fn(f64) -> f64".Length);
        Encoding.UTF8.GetString(text).Should().Be("extern\0\0");
    }

    private static RustKernels Load(string compiler) => new(RustLibrary.CompileWith(compiler));

    private static void Bind<TSignature>(RustKernels library, string name)
        where TSignature : Delegate => library.Bind<TSignature>(name);

    private static bool Accepts(Action bind)
    {
        try
        {
            bind();
            return true;
        }
        catch (SignatureMismatchException)
        {
            return false;
        }
    }

    /// <summary>The callback, applied to the input as a 3 × 2 matrix.</summary>
    private static double[] Apply(NativeCallback<MatrixTransform> callback)
    {
        var output = new double[Input.Length];
        callback.Invoke(Input, output, 3, 2);
        return output;
    }

    private static IEnumerable<double> Weighed(double[] input) => input.Select(static (x, at) => (at / 2 + 1) * x - at % 2);
}
