using System.Text.Json;

namespace NativeCallbacks.SampleTests.Extension;

/// <summary>What the extension module computes, and how it shows itself to Python.</summary>
public sealed class ExtensionCallTests(ExtensionSession python) : IClassFixture<ExtensionSession>
{
    /// <summary>(i + 1) * x - j for 1 to 6 in 3 rows of 2.</summary>
    private static readonly double[] Weighed = [1, 1, 6, 7, 15, 17];

    [Theory]
    [InlineData("extension.weigh")]
    [InlineData("extension.weigh.address")]
    [InlineData("extension.weigh, [1, 2, 3, 4, 5, 6], 3, 2")]
    [InlineData("extension.weigh, (1, 2.0, True + 2, 4, 5, 6, 7), m=3, n=2")]
    [InlineData("callback=extension.weigh, n=2, m=3, input=extension.array('d', [1, 2, 3, 4, 5, 6])")]
    [InlineData("extension.weigh, extension.numpy.arange(1.0, 7).reshape(3, 2)")]
    [InlineData("extension.weigh, extension.numpy.arange(1.0, 7).reshape(3, 2), 3, 2")]
    [InlineData("extension.weigh, extension.numpy.arange(1.0, 7), 3, 2, out=None")]
    [InlineData("extension.weigh, (extension.ctypes.c_double * 6)(1, 2, 3, 4, 5, 6), 3, 2")]
    public void Compute_OfAnyInput_ReturnsTheListThatTheCallbackWrote(string arguments) =>
        python.Numbers($"compute_from_dotnet({arguments})").Should().Equal(Weighed);

    [Theory]
    [InlineData("extension.numpy.zeros((3, 2))", 6)]
    [InlineData("extension.numpy.zeros(7)", 7)]
    [InlineData("extension.array('d', [0] * 6)", 6)]
    [InlineData("memoryview(bytearray(48)).cast('d')", 6)]
    public void Compute_WithAnArrayToFill_WritesIntoItAndReturnsIt(string array, int length)
    {
        var computed = python.Value($"extension.computed_into([[1, 2], [3, 4], [5, 6]], {array})");

        computed.GetProperty("same").GetBoolean().Should().BeTrue();
        computed.GetProperty("values").Deserialize<double[]>().Should().Equal([.. Weighed, .. new double[length - 6]]);
    }

    [Fact]
    public void Compute_OfAnArray_GivesTheCallbackItsOwnMemory() =>
        python.Numbers("extension.written_input(extension.numpy.arange(6.0).reshape(2, 3))").Should().Equal(0, 1, 2, 3, 4, 99);

    [Theory]
    [InlineData("lambda memory: compute_from_dotnet(extension.weigh, memory, 3, 2)")]
    [InlineData("lambda memory: compute_from_dotnet(extension.weigh, [1] * 6, 3, 2, out=memory)")]
    [InlineData("lambda memory: compute_from_dotnet(extension.weigh, memory, 7, 2)")]
    [InlineData("lambda memory: compute_from_dotnet(extension.weigh, memory, 3, 2, out=memory[:2])")]
    [InlineData("lambda memory: compute_from_dotnet(extension.failing, memory, 3, 2, out=memory)")]
    public void Memory_OfAnArray_IsReleasedWhateverTheCallEndsIn(string call) =>
        python.Value($"extension.released({call})").GetInt32().Should().Be(7);

    [Fact]
    public void Compute_OnFourThreads_RunsOnAllAtOnce_BecauseTheLockIsReleased() =>
        python.Value("extension.meet(4)").Deserialize<double[][]>().Should().BeEquivalentTo<double[]>(
            [[0, 0], [1, 4], [2, 8], [3, 12]], static options => options.WithStrictOrdering());

    [Theory]
    [InlineData("extension.cubic")]
    [InlineData("extension.cubic.address")]
    public void Integrate_OfAPolynomialOfDegreeThree_IsExact(string function)
    {
        // x⁴/4 - x² between -1 and 4: (64 - 16) - (1/4 - 1).
        python.Value($"integrate({function}, -1, 4, 2)").GetDouble().Should().Be(48.75);
        python.Value($"integrate({function}, -1, 4, intervals=10_000)").GetDouble().Should().BeApproximately(48.75, 1e-9);
    }

    [Fact]
    public void Integrate_OfAStatusCfunc_IsTheSame_AndItsErrorIsAnException()
    {
        // x⁴/4 - x² between -1 and 2: (4 - 4) - (1/4 - 1).
        python.Value("integrate(extension.cubic_below_two, -1, 2, 6)").GetDouble().Should().BeApproximately(0.75, 1e-12);
        var error = python.Error("integrate(extension.cubic_below_two, -1, 4, 6)");

        error.Should().Be(new PythonError("CallbackError", error.Message, Code: 1, Cause: "LookupError('above two')"));
        error.Message.Should().StartWith("The native CheckedScalarFunction returned status 1,").And.EndWith(" Here it means LookupError: above two");
    }

    [Fact]
    public void Progress_IsCalledAfterEachBlock_AndAtTheEnd() =>
        python.Value("extension.reports(extension.cubic, 8, 4)").GetRawText()
            .Should().Be("""{"seen": [[4, 9], [8, 9], [9, 9]], "ended": 48.75}""");

    [Fact]
    public void Progress_ThatReturnsFalse_Cancels() =>
        python.Value("extension.reports(extension.cubic, 8, 2, stop_at=4)").GetRawText()
            .Should().Be("""{"seen": [[2, 9], [4, 9]], "ended": "progress returned False after 4 of 9 points."}""");

    [Fact]
    public void Progress_ThatHandlesAnErrorOfItsOwnCall_LetsTheIntegrationGoOn()
    {
        var nested = python.Value("extension.nested(lambda: compute_from_dotnet(extension.wide))");

        nested.GetProperty("value").GetDouble().Should().Be(48.75);
        nested.GetProperty("errors").EnumerateArray().Should().HaveCount(3)
            .And.OnlyContain(static error => error.GetString()!.StartsWith("The native function does not match MatrixTransform", StringComparison.Ordinal));
    }

    [Fact]
    public void Integrate_WhenTheProcessIsInterrupted_EndsInKeyboardInterrupt() =>
        python.Value("extension.interrupted()").GetString().Should().Be("KeyboardInterrupt");

    [Fact]
    public void Module_ImportedAgain_IsAnotherThatWorksBesideTheFirst()
    {
        var again = python.Value("extension.imported_again()");

        again.GetProperty("another").GetBoolean().Should().BeTrue();
        again.GetProperty("reloaded").GetBoolean().Should().BeTrue();
        again.GetProperty("values").Deserialize<double[][]>().Should().BeEquivalentTo([Weighed, Weighed]);
    }

    [Fact]
    public void Functions_HaveTheParametersOfTheirTypes_AndDocumentation()
    {
        var parameters = python.Value("extension.parameters()");

        parameters.GetProperty("shown").GetRawText().Should().Be(parameters.GetProperty("declared").GetRawText());
        parameters.GetProperty("shown").GetProperty("integrate").GetString().Should().Be("function,a,b,intervals,progress,every|2");
        parameters.GetProperty("public").Deserialize<string[]>().Should().Equal("CallbackError", "Cancelled", "compute_from_dotnet", "integrate");
        parameters.GetProperty("documented").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("compute_from_dotnet(extension.weigh, input, out=out)", 100_000)]
    [InlineData("compute_from_dotnet(extension.weigh, [1.5, 2.5], 1, 2)", 10_000)]
    [InlineData("compute_from_dotnet(extension.weigh, input.T)", 10_000)]
    [InlineData("compute_from_dotnet(extension.failing, input)", 10_000)]
    [InlineData("compute_from_dotnet(extension.weigh, input, out=b'123456789')", 10_000)]
    [InlineData("compute_from_dotnet(extension.weigh, unknown=input)", 10_000)]
    [InlineData("compute_from_dotnet(extension.Raising('_sig'), input)", 10_000)]
    [InlineData("compute_from_dotnet(extension.weigh, extension.Raising('__float__'), 3, 2)", 10_000)]
    [InlineData("integrate(extension.cubic, 0, 1, 10, progress=lambda done, points: False)", 10_000)]
    [InlineData("integrate(extension.cubic, 0, 1, 10, progress=extension.Raising('progress'))", 10_000)]
    public void ManyCalls_LeaveNothingBehind(string call, int calls)
    {
        var growth = python.Value($"extension.growth(lambda input, out: {call}, {calls})");

        // Far less than one for each call: caches of Python's and of the allocator's move by some.
        growth.GetProperty("references").GetInt32().Should().BeLessThan(100);
        growth.GetProperty("blocks").GetInt32().Should().BeLessThan(calls / 10);
        growth.GetProperty("bytes").GetInt64().Should().BeLessThan(calls * 16);
    }
}
