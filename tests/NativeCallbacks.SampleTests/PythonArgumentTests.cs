namespace NativeCallbacks.SampleTests;

/// <summary>What Python users get wrong: exceptions of Python, with the message of C# wherever C# is who notices.</summary>
public sealed class PythonArgumentTests(PythonSession python) : IClassFixture<PythonSession>
{
    [Theory]
    [InlineData("'my_callback'", "TypeError", "callback is of type str, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("None", "TypeError", "callback is of type NoneType, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("1.5", "TypeError", "callback is of type float, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("True", "TypeError", "callback is of type bool, which has no address. Pass a cfunc or an address (int).")]
    [InlineData("-1", "ValueError", "callback is -1, which is no 64-bit address. Pass a cfunc or its address.")]
    [InlineData("1 << 64", "ValueError", "callback is 18446744073709551616, which is no 64-bit address. Pass a cfunc or its address.")]
    [InlineData("0", "ValueError", "A NativeCallback<MatrixTransform> requires a non-zero address. Check where the address came from, or use default for a null callback. (Parameter 'address')")]
    public void ComputeFromDotnet_OfSomethingThatIsNoAddress_SaysWhatItIs(string callback, string error, string message)
    {
        python.Error($"compute_from_dotnet({callback})").Should().Be(new PythonError(error, message, Code: null, Cause: null));
    }

    [Theory]
    [InlineData("[1, 2, 3, 4, 5], 3, 2", "ValueError", "input has 5 elements, but its shape (m: 3, n: 2) needs 6. (Parameter 'input')")]
    [InlineData("[1], 1 << 16, 1 << 16", "ValueError", "input has 1 element, but its shape (m: 65536, n: 65536) needs 4294967296. (Parameter 'input')")]
    [InlineData("[1], -1, 1", "ValueError", "The dimension m must not be negative. (Parameter 'm')\nActual value was -1.")]
    [InlineData("[1], 1, (1 << 32) + 1", "ValueError", "n is 4294967297, and a C int holds at most 2147483647.")]
    [InlineData("[1], 1.0, 1", "TypeError", "m is of type float. Pass an int.")]
    [InlineData("['one'], 1, 1", "TypeError", "must be real number, not str")]
    public void ComputeFromDotnet_OfAWrongShape_SaysWhatIsWrongWithIt(string arguments, string error, string message)
    {
        python.Error($"compute_from_dotnet(kernels.my_callback, {arguments})")
            .Should().Be(new PythonError(error, message, Code: null, Cause: null));
    }

    [Fact]
    public void ComputeOnThreads_OfInputsThatDifferInLength_IsRefused()
    {
        python.Error("compute_on_threads(kernels.my_callback, [[1, 2], [1, 2, 3]], 1, 2)").Should().Be(new PythonError(
            "ValueError", "inputs differ in length (2, 3). Give all of them one.", Code: null, Cause: null));
    }

    [Fact]
    public void ComputeFromRust_WithoutTheLibrary_SaysSo()
    {
        var error = python.Error("compute_from_rust(kernels.my_callback, '/nowhere/libkernels.so')");

        error.Class.Should().Be("RuntimeError");
        error.Message.Should().Contain("/nowhere/libkernels.so");
    }
}
