using System.Text.Json;
using System.Text.RegularExpressions;

namespace NativeCallbacks.SampleTests;

/// <summary>Kernels go to C# with what Numba says of them, and only to the entry points that call them so.</summary>
public sealed class NumbaBindingTests(PythonSession python) : IClassFixture<PythonSession>
{
    /// <summary>The kernels of samples/Numba, and what Numba prints as their signatures.</summary>
    private static readonly Dictionary<string, string> Kernels = new()
    {
        ["kernels.my_callback"] = "(float64*, float64*, int32, int32) -> none",
        ["kernels.weigh_columns"] = "(float64*, float64*, int32, int32) -> none",
        ["kernels.parabola"] = "(float64,) -> float64",
        ["kernels.blend"] = "(float32, int16, int8, uint8) -> float32",
        ["kernels.turn"] = "(complex128*, complex128*, int32) -> none",
        ["kernels.line"] = "(float64, void*) -> float64",
        ["checked_kernels.roots"] = "(float64*, float64*, int32, int32) -> int32",
        ["checked_kernels.reciprocal"] = "(float64, float64*) -> int32",
    };

    /// <summary>The entry points that take a callback, and the signature that each one's callbacks have.</summary>
    private static readonly Dictionary<string, string> EntryPoints = new()
    {
        ["Transform"] = "(float64*, float64*, int32, int32) -> none",
        ["TransformChecked"] = "(float64*, float64*, int32, int32) -> int32",
        ["TransformOnThreads"] = "(float64*, float64*, int32, int32) -> none",
        ["TransformCheckedOnThreads"] = "(float64*, float64*, int32, int32) -> int32",
        ["Evaluate"] = "(float64,) -> float64",
        ["EvaluateChecked"] = "(float64, float64*) -> int32",
        ["EvaluateWithData"] = "(float64, void*) -> float64",
        ["Blend"] = "(float32, int16, int8, uint8) -> float32",
        ["TransformComplex"] = "(complex128*, complex128*, int32) -> none",
        ["ComputeFromRust"] = "(float64*, float64*, int32, int32) -> none",
    };

    private static string Library => RustLibrary.CompileWith(RustLibrary.Compilers()[0]);

    public static TheoryData<string, string> OwnKernels { get; } = Pairs(static (entry, kernel) => entry == kernel);

    public static TheoryData<string, string> OtherKernels { get; } = Pairs(static (entry, kernel) => entry != kernel);

    [Fact]
    public void Kernels_InTheseTests_AreAllThereAreWithTheSignaturesThatNumbaPrints()
    {
        python.Value("entries.signatures(kernels, checked_kernels)").Deserialize<Dictionary<string, string>>()
            .Should().BeEquivalentTo(Kernels);
    }

    [Fact]
    public void EntryPoints_InTheseTests_AreAllThatTakeACallback()
    {
        var source = File.ReadAllText(Repository.PathOf("samples", "Numba", "Host", "EntryPoints.cs"));

        Regex.Matches(source, @"unsafe void (?<name>\w+)\(\s*nint callback, Utf8Pointer signature, ", RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout)
            .Select(static match => match.Groups["name"].Value).Should().BeEquivalentTo(EntryPoints.Keys);
    }

    [Theory]
    [MemberData(nameof(OwnKernels))]
    public void EntryPoint_OfAKernelWithItsSignature_CallsIt(string entry, string kernel)
    {
        python.Value(Call(entry, kernel)).ValueKind.Should().Be(JsonValueKind.Null, "no exception is success");
    }

    [Theory]
    [MemberData(nameof(OtherKernels))]
    public void EntryPoint_OfAKernelWithAnotherSignature_RefusesIt(string entry, string kernel)
    {
        var error = python.Error(Call(entry, kernel));

        error.Class.Should().Be("ValueError");
        error.Message.Should().MatchRegex(@"^The native function does not match \w+: (parameter \d.*|the result) is .+ in the delegate and .+ in the native declaration\.\n");
    }

    [Theory]
    [InlineData("compute_from_dotnet(kernels.parabola)", "MatrixTransform: parameter 1 ('input') is const double * in the delegate and double in the native declaration")]
    [InlineData("compute_from_dotnet(kernels.turn)", "MatrixTransform: parameter 1 ('input') is const double * in the delegate and double _Complex * in the native declaration")]
    [InlineData("compute_from_dotnet(checked_kernels.reciprocal)", "CheckedMatrixTransform: parameter 1 ('input') is const double * in the delegate and double in the native declaration")]
    [InlineData("compute_on_threads(kernels.line, [[1.0]], 1, 1)", "MatrixTransform: parameter 1 ('input') is const double * in the delegate and double in the native declaration")]
    [InlineData("evaluate(kernels.my_callback, 5)", "ScalarFunction: parameter 1 ('x') is double in the delegate and double * in the native declaration")]
    [InlineData("evaluate(kernels.line, 5)", "ScalarFunction: parameter 2 is missing in the delegate and void * in the native declaration")]
    [InlineData("evaluate(checked_kernels.roots, 5)", "CheckedScalarFunction: parameter 1 ('x') is double in the delegate and double * in the native declaration")]
    [InlineData("evaluate_with_data(kernels.parabola, 5, 0)", "ScalarFunctionWithData: parameter 2 ('userData') is intptr_t in the delegate and missing in the native declaration")]
    [InlineData("evaluate_with_data(checked_kernels.reciprocal, 5, 0)", "ScalarFunctionWithData: the result is double in the delegate and int32_t in the native declaration")]
    [InlineData("blend(kernels.parabola, 1, 2, 3, 4)", "Blend: parameter 1 ('x') is float in the delegate and double in the native declaration")]
    [InlineData("transform_complex(kernels.weigh_columns, [1j])", "ComplexTransform: parameter 1 ('input') is const double _Complex * in the delegate and double * in the native declaration")]
    [InlineData("entries.call('Transform', checked_kernels.roots)", "MatrixTransform: the result is void in the delegate and int32_t in the native declaration")]
    [InlineData("entries.call('TransformChecked', kernels.my_callback)", "CheckedMatrixTransform: the result is int in the delegate and void in the native declaration")]
    public void EntryPoint_OfAKernelWithAnotherSignature_NamesTheFirstDifference(string call, string difference)
    {
        var error = python.Error(call);

        error.Class.Should().Be("ValueError");
        error.Message.Should().StartWith($"The native function does not match {difference}.\n");
    }

    [Fact]
    public void ComputeFromRust_OfAKernelWithAStatus_ShowsBothSignatures()
    {
        python.Error($"compute_from_rust(checked_kernels.roots, '{Library}')").Should().Be(new PythonError(
            "ValueError",
            """
            The native function does not match MatrixTransform: the result is void in the delegate and int32_t in the native declaration.
              MatrixTransform: void (*)(const double *input, double *output, int m, int n)
              declared:        int32_t (*)(double *, double *, int32_t, int32_t)
                               ^^^^^^^
            Change it to int in the delegate, or to void in the native declaration.
            """,
            Code: null,
            Cause: null));
    }

    [Fact]
    public void EntryPoint_OfAnAddressThatIsNoCode_RefusesItWhateverNumbaSays()
    {
        const string Data = "type('', (), {'address': entries.source.value, '_sig': kernels.my_callback._sig})";

        var error = python.Error($"compute_from_dotnet({Data})");

        error.Class.Should().Be("ValueError");
        error.Message.Should().MatchRegex("^No function starts at 0x[0-9A-F]+.*, which is data and not code");
    }

    [Fact]
    public void EntryPoint_OfABareAddress_TakesItAtItsWord()
    {
        python.Value("evaluate(kernels.parabola.address, 5)").GetDouble().Should().Be(5 * 5 - 3 * 5);
    }

    private static TheoryData<string, string> Pairs(Func<string, string, bool> choose)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (entry, expected) in EntryPoints)
        {
            foreach (var (kernel, signature) in Kernels)
            {
                if (choose(expected, signature))
                {
                    pairs.Add(entry, kernel);
                }
            }
        }

        return pairs;
    }

    private static string Call(string entry, string kernel) => entry == "ComputeFromRust"
        ? $"entries.call_from_rust('{Library}', {kernel})"
        : $"entries.call('{entry}', {kernel})";
}
