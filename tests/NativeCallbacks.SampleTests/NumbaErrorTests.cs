using System.Text.Json;

namespace NativeCallbacks.SampleTests;

/// <summary>Kernels that raise: each error is a status of its own, and an exception in C# and in Python.</summary>
public sealed class NumbaErrorTests(PythonSession python) : IClassFixture<PythonSession>
{
    /// <summary>How errors.fail fails, and what that has to be called.</summary>
    public static TheoryData<int, string> Ways { get; } = new()
    {
        { 0, "ValueError: one message" },
        { 1, "ValueError: another message" },
        { 2, "ValueError" },
        { 3, "OwnError: ('own', 5)" },
        { 4, "LookupError: raised two calls down" },
        { 5, "AssertionError: asserted" },
        { 6, """KeyError: 'quotes ", backslash \\00, and a letter beyond ASCII: é'""" },
        { 7, "ZeroDivisionError: division by zero" },
        { 8, "ZeroDivisionError: integer division by zero" },
        { 9, "IndexError: index is out of bounds" },
        { 10, "ValueError: negative dimensions not allowed" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void StatusCfunc_ThatFails_ReturnsTheCodeOfItsErrorAndLeavesTheResultAlone(int way, string meaning)
    {
        var (status, message, result) = Call($"errors.fail, {way}, result=ctypes.c_double(7)");

        status.Should().BePositive();
        message.Should().Be(meaning);
        result.Should().Be(7);
    }

    [Fact]
    public void StatusCfunc_ThatFailsInDifferentWays_ReturnsDifferentCodes()
    {
        var statuses = Ways.Select(static row => (int)row[0]).Select(way => Call($"errors.fail, {way}, result=ctypes.c_double(7)").Status);

        statuses.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void StatusCfunc_ThatSucceeds_ReturnsZeroAndItsResult()
    {
        Call("errors.fail, 142, result=ctypes.c_double(7)").Should().Be((0, null, 142.0));
    }

    [Fact]
    public void StatusCfunc_WithoutResult_HasNoOutParameterAndChecksIndices()
    {
        python.Value("errors.fail_without_result.signature").GetString().Should().Be("(float64*, int32) -> int32");
        Call("errors.fail_without_result, (ctypes.c_double * 3)(), 3").Should().Be((0, null, null));
        Call("errors.fail_without_result, (ctypes.c_double * 2)(), 2").Message.Should().Be("IndexError: index is out of bounds");
    }

    [Fact]
    public void StatusCfunc_ThatCanOnlyRaise_HasItsSignatureAllTheSame()
    {
        python.Value("errors.always_fails.signature").GetString().Should().Be("(float64, float64*) -> int32");
        Call("errors.always_fails, 1, result=ctypes.c_double(7)").Should().Be((1, "ValueError: always", 7.0));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void StatusCfunc_OfABoolean_WritesAByte(int n, double expected)
    {
        python.Value("errors.is_even.signature").GetString().Should().Be("(int32, uint8*) -> int32");
        Call($"errors.is_even, {n}, result=ctypes.c_uint8(7)").Should().Be((0, null, expected));
    }

    [Fact]
    public void StatusCfunc_ThatPrints_HasCodesForItsErrorsAlone()
    {
        python.Value("[errors.talks.error_message(code) for code in errors.talks.codes]").Deserialize<string[]>()
            .Should().Equal("ValueError: negative");
    }

    [Fact]
    public void StatusCfunc_WithAnObjmodeBlock_IsRefused()
    {
        var error = python.Error("errors.objmode_kernel()");

        error.Class.Should().Be("TypeError");
        error.Message.Should().EndWith("kernel has an objmode block, whose errors are the interpreter's. Take it out.");
    }

    [Fact]
    public void StatusCfunc_WithoutBoundsCheck_ReadsWhereItIsTold()
    {
        Call("errors.unchecked, (ctypes.c_double * 3)(1, 2, 3), 2, result=ctypes.c_double(7)").Should().Be((0, null, 3.0));
    }

    [Fact]
    public void Signature_OfAStatusCfunc_HasTheStatusAndTheOutParameter()
    {
        python.Value("checked_kernels.reciprocal.signature").GetString().Should().Be("(float64, float64*) -> int32");
        python.Value("checked_kernels.roots.signature").GetString().Should().Be("(float64*, float64*, int32, int32) -> int32");
    }

    [Fact]
    public void ErrorMessage_OfACodeThatTheKernelDoesNotHave_IsRefused()
    {
        python.Error("checked_kernels.reciprocal.error_message(9)").Should().Be(new PythonError(
            "LookupError", "9 is no error of reciprocal, whose errors have the codes 1 to 1.", Code: null, Cause: null));
    }

    [Theory]
    [InlineData("'(float64,)'", "(float64,) has no result type, and a C callback needs one. Write it first, as in 'float64(float64)'.")]
    [InlineData("'float64(float64)', cache=True", "cache=True would lose the kernel's errors, which are read while it is compiled. Leave it out.")]
    public void StatusCfunc_OfWhatItCannotCompile_SaysWhy(string arguments, string message)
    {
        python.Error($"errors.status_cfunc({arguments})").Should().Be(new PythonError("TypeError", message, Code: null, Cause: null));
    }

    [Fact]
    public void Kernel_ThatRaisesAtOneElementOfAMillion_IsAnExceptionInCSharpAndInPython()
    {
        var code = python.Value("next(c for c in checked_kernels.roots.codes if 'root' in checked_kernels.roots.error_message(c))").GetInt32();

        var error = python.Error("compute_from_dotnet(checked_kernels.roots, [1.0] * 765432 + [-1.0] + [1.0] * 234567, 1000, 1000)");

        error.Should().Be(new PythonError(
            "CallbackError",
            $"The native CheckedMatrixTransform returned status {code}, but only zero means success. "
            + "See the native library's documentation for the meaning of the code. "
            + "Here it means ValueError: no real root of a negative number",
            code,
            "ValueError('no real root of a negative number')"));
        python.Numbers("compute_from_dotnet(checked_kernels.roots, [4, 9], 2, 1)").Should().Equal(2, 3);
    }

    [Fact]
    public void Kernel_ThatDividesByZero_IsAnExceptionWithPythonsOwnAsItsCause()
    {
        var error = python.Error("evaluate(checked_kernels.reciprocal, 0)");

        error.Class.Should().Be("CallbackError");
        error.Cause.Should().Be("ZeroDivisionError('division by zero')");
        python.Value("evaluate(checked_kernels.reciprocal, 8)").GetDouble().Should().Be(0.125);
    }

    [Fact]
    public void Kernels_ThatRaise_PrintNothing()
    {
        using var session = new PythonSession();
        foreach (var row in Ways)
        {
            session.Value($"errors.call(errors.fail, {row[0]}, result=ctypes.c_double())");
        }

        session.Error("compute_from_dotnet(checked_kernels.roots, [-1.0], 1, 1)");
        session.Error("evaluate(checked_kernels.reciprocal, 0)");

        session.EndAndReadErrors().Should().BeEmpty();
    }

    [Fact]
    public void PlainCfunc_ThatRaises_PrintsAndReturnsZero_WhichIsWhatStatusCfuncIsFor()
    {
        using var session = new PythonSession();

        session.Value("evaluate(errors.printed_and_lost, -1)").GetDouble().Should().Be(0);

        session.EndAndReadErrors().Should().Contain("ValueError: printed and lost");
    }

    private (int Status, string? Message, double? Result) Call(string arguments)
    {
        var answer = python.Value($"errors.call({arguments})");
        return (answer[0].GetInt32(), answer[1].GetString(), answer[2].Deserialize<double?>());
    }
}
