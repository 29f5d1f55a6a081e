namespace NativeCallbacks.SampleTests.Extension;

/// <summary>Everything that can go wrong in a call is an exception of Python, and the next call works.</summary>
public sealed class ExtensionErrorTests(ExtensionSession python) : IClassFixture<ExtensionSession>
{
    [Theory]
    [InlineData("", "TypeError", "compute_from_dotnet() missing required argument 'callback' (pos 1)")]
    [InlineData("1, 2, 3, 4, 5, 6", "TypeError", "compute_from_dotnet() takes at most 4 positional arguments (6 given)")]
    [InlineData("extension.weigh, wrong=1", "TypeError", "compute_from_dotnet() got an unexpected keyword argument 'wrong'")]
    [InlineData("extension.weigh, callback=1", "TypeError", "compute_from_dotnet() got multiple values for argument 'callback'")]
    [InlineData("None", "TypeError", "callback is of type NoneType, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("1.5", "TypeError", "callback is of type float, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("True", "TypeError", "callback is of type bool, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("-1", "ValueError", "callback is -1, which is not a 64-bit address. Pass a cfunc or its address.")]
    [InlineData("1 << 64", "ValueError", "callback is 18446744073709551616, which is not a 64-bit address. Pass a cfunc or its address.")]
    [InlineData("0", "ValueError", "A NativeCallback<MatrixTransform> requires a non-zero address. Check where the address came from, or use default for a null callback. (Parameter 'address')")]
    [InlineData("extension.weigh, 5", "TypeError", "input is of type int. Pass an array or a sequence of float.")]
    [InlineData("extension.weigh, ['one'], 1, 1", "TypeError", "must be real number, not str")]
    [InlineData("extension.weigh, [1.5]", "TypeError", "m is missing. Pass it, or an array of two dimensions.")]
    [InlineData("extension.weigh, [1.5], 1.0, 1", "TypeError", "m is of type float. Pass an int.")]
    [InlineData("extension.weigh, [1.5], 1, (1 << 32) + 1", "ValueError", "n is 4294967297, and a C int holds at most 2147483647.")]
    [InlineData("extension.weigh, [1.5], 1, 1 << 64", "ValueError", "n is 18446744073709551616, which is not a 64-bit number.")]
    [InlineData("extension.weigh, [1.5], -1, 1", "ValueError", "The dimension m must not be negative, and is -1.")]
    [InlineData("extension.weigh, [1, 2, 3, 4, 5], 3, 2", "ValueError", "input has 5 elements, but its shape (m: 3, n: 2) needs 6.")]
    [InlineData("extension.weigh, [1], 1 << 16, 1 << 16", "ValueError", "input has 1 element, but its shape (m: 65536, n: 65536) needs 4294967296.")]
    [InlineData("extension.weigh, b'12345678', 1, 1", "ValueError", "input has items of the format 'B', but the callback takes double *, which is 'd'. Pass an array of float64.")]
    [InlineData("extension.weigh, extension.numpy.zeros((3, 2), 'f4')", "ValueError", "input has items of the format 'f', but the callback takes double *, which is 'd'. Pass an array of float64.")]
    [InlineData("extension.weigh, extension.numpy.zeros((3, 2), '>f8')", "ValueError", "input has items of the format '>d', but the callback takes double *, which is 'd'. Pass an array of float64.")]
    [InlineData("extension.weigh, extension.numpy.zeros((3, 2)), 2, 3", "ValueError", "input has shape (3, 2), but the callback is called with m: 2, n: 3.")]
    [InlineData("extension.weigh, extension.numpy.zeros((2, 3)).T", "ValueError", "input has strides (8, 24), but the callback reads it in row-major order, with strides (16, 8). Pass numpy.ascontiguousarray(input).")]
    [InlineData("extension.weigh, extension.numpy.zeros((3, 4))[:, ::2]", "ValueError", "input has strides (32, 16), but the callback reads it in row-major order, with strides (16, 8). Pass numpy.ascontiguousarray(input).")]
    [InlineData("extension.weigh, extension.numpy.zeros(12)[::2], 3, 2", "ValueError", "input has stride 16, but the callback reads it with stride 8. Pass numpy.ascontiguousarray(input).")]
    [InlineData("extension.weigh, extension.numpy.zeros((1, 2, 3))", "ValueError", "input has rank 3, but the callback takes a matrix. Pass an array of rank 2, or of rank 1 with m and n.")]
    [InlineData("extension.weigh, extension.numpy.float64(3), 1, 1", "ValueError", "input has rank 0, but the callback takes a matrix. Pass an array of rank 2, or of rank 1 with m and n.")]
    [InlineData("extension.weigh, out=[0.0] * 6", "TypeError", "out is of type list, whose memory C# cannot write to. Pass an array.")]
    [InlineData("extension.weigh, out=bytes(48)", "BufferError", "Object is not writable.")]
    [InlineData("extension.weigh, out=extension.numpy.broadcast_to(0.0, (3, 2))", "ValueError", "buffer source array is read-only")]
    [InlineData("extension.weigh, out=extension.numpy.zeros((2, 3))", "ValueError", "out has shape (2, 3), but the callback is called with m: 3, n: 2.")]
    [InlineData("extension.weigh, out=extension.numpy.zeros((2, 3)).T", "ValueError", "out has strides (8, 24), but the callback reads it in row-major order, with strides (16, 8). Pass an array that is contiguous.")]
    public void Compute_OfAWrongArgument_SaysWhatIsWrongWithIt(string arguments, string error, string message) =>
        python.Error($"compute_from_dotnet({arguments})").Should().Be(new PythonError(error, message, Code: null, Cause: null));

    [Theory]
    [InlineData("extension.cubic", "TypeError", "a is missing. Pass a float.")]
    [InlineData("extension.cubic, 'a', 1", "TypeError", "must be real number, not str")]
    [InlineData("extension.cubic, 0, 1, 3", "ValueError", "intervals is 3, but Simpson's rule needs an even number of them. Pass 4.")]
    [InlineData("extension.cubic, 0, 1, -2", "ValueError", "intervals is -2, but Simpson's rule needs an even number of them. Pass 2.")]
    [InlineData("extension.cubic, 0, 1, every=0", "ValueError", "every is 0, but at least one point has to be computed before each report.")]
    [InlineData("extension.cubic, 0, 1, progress=5", "TypeError", "progress is of type int, which cannot be called.")]
    public void Integrate_OfAWrongArgument_SaysWhatIsWrongWithIt(string arguments, string error, string message) =>
        python.Error($"integrate({arguments})").Should().Be(new PythonError(error, message, Code: null, Cause: null));

    [Fact]
    public void Compute_OfAKernelWithAnotherSignature_IsAValueErrorWithTheWholeMessage() =>
        python.Error("compute_from_dotnet(extension.wide)").Should().Be(new PythonError(
            "ValueError",
            """
            The native function does not match MatrixTransform: parameter 3 ('m') is int in the delegate and int64_t in the native declaration.
              MatrixTransform: void (*)(const double *input, double *output, int m, int n)
              declared:        void (*)(double *, double *, int64_t, int64_t)
                                                            ^^^^^^^
            Change it to long in the delegate, or to int in the native declaration.
            """,
            Code: null,
            Cause: null));

    [Fact]
    public void Compute_OfAStatusCfuncThatRaises_IsACallbackErrorWithItsCause()
    {
        python.Numbers("compute_from_dotnet(checked_kernels.roots, [4, 9, 16, 25], 2, 2)").Should().Equal(2, 3, 4, 5);
        var error = python.Error("compute_from_dotnet(checked_kernels.roots, [4, -9, 16, 25], 2, 2)");

        error.Should().Be(new PythonError("CallbackError", error.Message, error.Code, Cause: "ValueError('no real root of a negative number')"));
        error.Message.Should().EndWith("Here it means ValueError: no real root of a negative number");
        python.Value($"checked_kernels.roots.error_message({error.Code})").GetString().Should().Be("ValueError: no real root of a negative number");
    }

    /// <summary>Each place in which C# runs code of Python that is not ours.</summary>
    [Theory]
    [InlineData("address", "compute_from_dotnet(extension.Raising('address'))")]
    [InlineData("__index__", "compute_from_dotnet(extension.Raising('__index__'))")]
    [InlineData("_sig", "compute_from_dotnet(extension.Raising('_sig'))")]
    [InlineData("__str__", "compute_from_dotnet(extension.Raising('__str__'))")]
    [InlineData("signature", "compute_from_dotnet(extension.Failing('signature'))")]
    [InlineData("error", "compute_from_dotnet(extension.Failing('error'))")]
    [InlineData("error_message", "compute_from_dotnet(extension.Failing('error_message'))")]
    [InlineData("__len__", "compute_from_dotnet(extension.weigh, extension.Raising('__len__'), 3, 2)")]
    [InlineData("__getitem__", "compute_from_dotnet(extension.weigh, extension.Raising('__getitem__'), 3, 2)")]
    [InlineData("__float__", "compute_from_dotnet(extension.weigh, extension.Raising('__float__'), 3, 2)")]
    [InlineData("progress", "integrate(extension.cubic, 0, 1, progress=extension.Raising('progress'))")]
    public void CodeOfPython_ThatRaises_EndsTheCallWithItsOwnException(string place, string call)
    {
        python.Error(call).Should().Be(new PythonError("LookupError", $"in {place}", Code: null, Cause: null));
        python.Numbers("compute_from_dotnet(extension.weigh, [1.5], 1, 1)").Should().Equal(1.5);
    }
}
