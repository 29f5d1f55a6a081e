using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Runs;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests;

/// <summary>The proof can fail: C that is wrong on purpose is found by every compiler, both ways, at the byte that is wrong.</summary>
public class NegativeControlTests
{
    private const int Sets = 2;

    private static readonly ChildRuntime Runtime = ChildRuntime.UnderTest;
    private static readonly ImmutableArray<CCompiler> Compilers = CCompiler.For(Runtime.Machine);

    private static readonly ScalarType Double = ScalarType.Floats[1];
    private static readonly ScalarType Long = ScalarType.Integers[6];

    /// <summary>As C has it: <c>{ int8_t a; double b; int32_t c[2]; }</c>.</summary>
    private static readonly StructType Mixed = new(
        StructForm.Sequential,
        [new("a", ScalarType.Integers[0]), new("b", Double), new("c", ScalarType.Int, ArrayForm.FixedBuffer, 2)]);

    /// <summary>Neighbours that are right, before and after the one that is not.</summary>
    private static readonly Batch Batch = new(
        17,
        [
            Signature(2, [new ValueParameter(0, Double)], new ValueResult(Long)),
            Signature(3, [new ValueParameter(0, ScalarType.Int), new ValueParameter(1, Mixed), new ValueParameter(2, Long)], new ValueResult(Double)),
            Signature(4, [new ValueParameter(0, Long), new BooleanParameter(1, true)], Result.None),
            Signature(5, [new ValueParameter(0, Long), Matrix(1, isColumnMajor: false)], Result.None),
            Signature(6, [Matrix(0, isColumnMajor: true), new ValueParameter(1, Double)], Result.None),
        ],
        Runtime.Machine);

    [Fact]
    public void Batch_WithoutSabotage_IsRight() => Describe(Run(null).Failures).Should().BeEmpty();

    [Fact]
    public void StructWithReversedFields_IsFoundAtItsFirstField()
    {
        var failures = Run(new Sabotage(Fault.ReversedFields, 3)).Failures;

        Both(failures, "parameter 1 (`p1`), field `a`");
        failures[^2].ToString().Should().MatchRegex(
                "^seed 17, signature 3, gcc -O2, C# calls C, parameter 1 \\(`p1`\\), field `a`, offset 16: expected 0x[0-9a-f]{2}, was 0x[0-9a-f]{2} ");
    }

    [Fact]
    public void SwappedParameters_AreFoundAtTheFirst() =>
        Both(Run(new Sabotage(Fault.SwappedParameters, 3, 0, 2)).Failures, "parameter 0 (`p0`)");

    [Theory]
    [InlineData(5, "parameter 1 (`p1`), element 1")]
    [InlineData(6, "parameter 0 (`p0`), element 1")]
    public void TensorInTheOtherOrder_IsFoundAtTheFirstElementThatLiesElsewhere(int key, string place)
    {
        var failures = Run(new Sabotage(Fault.OtherOrder, key)).Failures;

        Both(failures, place, key);
    }

    [OtherConventionFact]
    public void WrongConvention_IsFoundAtTheFirstArgument()
    {
        // C that counts on registers which the other convention does not keep may also die later.
        var failures = Run(new Sabotage(Fault.OtherConvention, 4)).Failures.Where(static failure => failure.Outcome != Outcome.Crashed);

        Both(failures, "parameter 0 (`p0`)", 4);
    }

    [Fact]
    public void FunctionThatDies_IsNamed_AndTheOthersAreCalledAllTheSame()
    {
        var run = Run(new Sabotage(Fault.Death, 3));

        Describe(run.Failures).Should().Equal(Compilers.Select(static compiler => $"3 {compiler} down Crashed "));
        run.Calls.Should().Be((run.Steps - Compilers.Length) * Sets);
    }

    [Fact]
    public void FailureOfALargeSignature_IsShrunkToWhatItTakes_AndNoFurther()
    {
        var signature = Signature(
            5,
            [
                new ValueParameter(1, Long),
                new TextParameter(2),
                new ValueParameter(3, Mixed),
                new DimensionParameter(4, ScalarType.Int, IsReference: true),
                new SpanParameter(5, Mixed, IsReadOnly: false, SpanForm.Optional, [new Dimension(4, 0), new Dimension(-1, 2)]),
                new ValueParameter(6, ScalarType.Integers[2]),
            ],
            new StatusResult(ScalarType.Int, 1));
        var sabotage = new Sabotage(Fault.SwappedParameters, 5, 1, 6);
        var failure = BatchRun.Of(new Batch(17, [signature], Runtime.Machine), Sets, Runtime, [Compilers[1]], sabotage).Failures.First();

        var shrunk = Shrinker.Shrink(failure, Sets, Runtime, sabotage);

        shrunk.Outcome.Should().Be(Outcome.WrongByte);
        shrunk.Signature.Parameters.Select(static parameter => parameter.Number).Should().Equal(1, 6);
        shrunk.Signature.Parameters.Select(static parameter => parameter.Type).Should().Equal(ScalarType.Int, ScalarType.Int);
        shrunk.Signature.Result.Should().Be(Result.None);
        Shrinker.Shrink(shrunk, Sets, Runtime, sabotage).Should().BeSameAs(shrunk);
    }

    private static BatchRun Run(Sabotage? sabotage) => BatchRun.Of(Batch, Sets, Runtime, Compilers, sabotage);

    /// <summary>The signature that is wrong fails by every compiler and both ways, at one place, and no other does.</summary>
    private static void Both(IEnumerable<Failure> failures, string place, int key = 3) => Describe(failures).Should().Equal(
        Compilers.SelectMany(compiler => new[] { $"{key} {compiler} down WrongByte {place}", $"{key} {compiler} up WrongByte {place}" }));

    private static IEnumerable<string> Describe(IEnumerable<Failure> failures) => failures.Select(static failure =>
        $"{failure.Signature.Key} {failure.Compiler} {(failure.IsDown ? "down" : "up")} {failure.Outcome} {failure.Place}");

    /// <summary>Two rows of three.</summary>
    private static TensorParameter Matrix(int number, bool isColumnMajor) =>
        new(number, ScalarType.Int, IsReadOnly: true, IsOptional: false, isColumnMajor, IsReference: false, [new Dimension(-1, 2), new Dimension(-1, 3)]);

    private static Signature Signature(int key, Parameter[] parameters, Result result) => new(key, key, [.. parameters], result);
}
