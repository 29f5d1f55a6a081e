namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What the comparison must refuse: it would prove nothing if it accepted everything.</summary>
[Collection(TwinListing.Collection)]
public class ComparisonControlTests(TwinListing twins)
{
    [OptimizedCodeFact]
    public void Comparison_OfAMethodWithItself_FindsNothing()
    {
        foreach (var method in twins.Methods.Methods)
        {
            ListingComparison.Difference(twins.Methods[method], twins.Methods[method]).Should().BeNull();
            HotPath.Difference(twins.Methods[method], twins.Methods[method]).Should().BeNull();
        }
    }

    [OptimizedCodeFact]
    public void Comparison_WithOneBranchTooMany_FindsIt() =>
        ListingComparison.Difference(twins.Control(nameof(ControlTwins.ScalarWithExtraBranch)), twins.Raw(nameof(RawTwins.Scalar))).Should().NotBeNull();

    [OptimizedCodeFact]
    public void Comparison_WithOneInstructionTooMany_FindsIt() =>
        ListingComparison.Difference(twins.Control(nameof(ControlTwins.ScalarWithExtraInstruction)), twins.Raw(nameof(RawTwins.Scalar))).Should().NotBeNull();

    [OptimizedCodeFact]
    public void Comparison_WithSwappedArguments_FindsThem() =>
        ListingComparison.Difference(twins.Control(nameof(ControlTwins.IntegersSwapped)), twins.Raw(nameof(RawTwins.Integers))).Should().NotBeNull();

    [OptimizedCodeFact]
    public void Comparison_WithANullCheckStillThere_FindsIt() =>
        ListingComparison.Difference(twins.Ours(nameof(OurTwins.Scalar)), twins.Raw(nameof(RawTwins.Scalar))).Should().NotBeNull();

    [OptimizedCodeFact]
    public void Comparison_WithAnOpenGenericPointer_SeesTheHelper()
    {
        var control = twins.Control(nameof(ControlTwins.ScalarThroughOpenGeneric));

        HotPath.Calls(control).Should().Contain("CORINFO_HELP_PINVOKE_CALLI");
        HotPath.Calls(twins.Raw(nameof(RawTwins.Scalar))).Should().NotContain("CORINFO_HELP_PINVOKE_CALLI");
        ListingComparison.Difference(control, twins.Raw(nameof(RawTwins.Scalar))).Should().NotBeNull();
        HotPath.Difference(control, twins.Raw(nameof(RawTwins.Scalar))).Should().NotBeNull();
    }

    [OptimizedCodeFact]
    public void Comparison_WithAThrowHelper_SeesItsCall() =>
        HotPath.Difference(twins.Control(nameof(ControlTwins.ScalarWithThrowHelper)), twins.Raw(nameof(RawTwins.Scalar))).Should().Contain("ThrowIfNull");

    [OptimizedCodeFact]
    public void Comparison_OfALoopThatChecksItsIndex_FindsTheCheck()
    {
        var control = twins.Control(nameof(ControlTwins.MapWithBoundsChecks));

        HotPath.Calls(control).Should().Contain("CORINFO_HELP_RNGCHKFAIL");
        ListingComparison.Difference(control.ToReturn(), twins.Raw(nameof(RawTwins.Map)).ToReturn()).Should().NotBeNull();
    }

    [OptimizedCodeFact]
    public void Checks_WithABranchBesideThem_LeaveItToBeFound()
    {
        var checks = Checks.Of(twins.Control(nameof(ControlTwins.MatrixWithExtraBranch)));

        HotPath.Difference(checks.Rest, twins.Raw(nameof(RawTwins.Matrix))).Should().Contain("conditional branches");
    }

    [OptimizedCodeFact]
    public void Checks_WithASliceBesideThem_LeaveItsHelperToBeFound()
    {
        var checks = Checks.Of(twins.Control(nameof(ControlTwins.MatrixWithSlice)));

        HotPath.Difference(checks.Rest, twins.Raw(nameof(RawTwins.Matrix))).Should().Contain("calls");
    }

    [OptimizedCodeFact]
    public void Checks_OfARawCall_AreNotThere()
    {
        FluentActions.Invoking(() => Checks.Of(twins.Raw(nameof(RawTwins.Scalar)))).Should().Throw<System.IO.InvalidDataException>();
    }
}
