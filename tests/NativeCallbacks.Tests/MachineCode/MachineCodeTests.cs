using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// The proof of zero cost, free of timing: scalar calls are the instructions of the hand-written function pointer, which asks
/// for faults by two loads and one comparison, and one null check; calls with spans call nothing more and branch for the named
/// checks only. A signature that throws no faults has the null check alone.
/// </summary>
[Collection(TwinListing.Collection)]
public class MachineCodeTests(TwinListing twins)
{
    [OptimizedCodeFact]
    public void Scalar_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Scalar));

    [OptimizedCodeFact]
    public void ScalarLoop_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawLoop(nameof(OurTwins.ScalarLoop));

    [OptimizedCodeFact]
    public void Leaf_EqualsTheBareRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Leaf));

    [OptimizedCodeFact]
    public void LeafLoop_EqualsTheBareRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.LeafLoop));

    /// <summary>The fault check is one branch, to a call that the way back does not run through.</summary>
    [OptimizedCodeFact]
    public void FaultCheck_AddsOneBranchAndAColdCall()
    {
        ShouldAddTheFaultCheck(nameof(OurTwins.Scalar), nameof(RawTwins.Leaf));
        ShouldAddTheFaultCheck(nameof(OurTwins.ScalarLoop), nameof(RawTwins.LeafLoop));
    }

    private void ShouldAddTheFaultCheck(string method, string bare)
    {
        var checks = Checks.Of(twins.Ours(method));

        HotPath.Branches(checks.Rest).Should().Be(HotPath.Branches(twins.Raw(bare)) + 1, "the method is\n{0}", checks.Rest);
        HotPath.Calls(checks.Rest).Where(static call => !call.Contains("UpcallFaults", StringComparison.Ordinal))
            .Should().Equal(HotPath.Calls(twins.Raw(bare)), "the method is\n{0}", checks.Rest);
        HotPath.Calls(checks.Rest).Should().ContainSingle(static call => call.Contains("UpcallFaults:Checked", StringComparison.Ordinal));
    }

    /// <summary>
    /// A call by name is the call through a static readonly pointer, but for the look-up: the load of an address, and one branch to the
    /// first call, behind which nothing is kept.
    /// </summary>
    [OptimizedCodeFact]
    public void Function_OfAnApi_EqualsTheCallThroughAStaticPointerButForTheLookUp() => ShouldAddTheLookUp(nameof(OurTwins.Function), "Half");

    [OptimizedCodeFact]
    public void FunctionLoop_OfAnApi_EqualsTheCallThroughAStaticPointerButForTheLookUp() => ShouldAddTheLookUp(nameof(OurTwins.FunctionLoop), "Half");

    [OptimizedCodeFact]
    public void Leaf_OfAnApi_EqualsTheCallThroughAStaticPointerButForTheLookUp() => ShouldAddTheLookUp(nameof(OurTwins.LeafOfApi), "Leaf");

    private void ShouldAddTheLookUp(string method, string function)
    {
        var (ours, raw) = (twins.Ours(method), twins.Raw(method));

        HotPath.Branches(ours).Should().Be(HotPath.Branches(raw) + 1, "the method is\n{0}", ours);
        HotPath.Calls(ours).Where(call => !call.Contains($"TwinApi:{function}First__", StringComparison.Ordinal))
            .Should().Equal(HotPath.Calls(raw), "the method is\n{0}", ours);
        HotPath.Calls(ours).Should().HaveCount(HotPath.Calls(raw).Length + 1);
    }

    [OptimizedCodeFact]
    public void Integers_EqualTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Integers));

    [OptimizedCodeFact]
    public void IntegersLoop_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawLoop(nameof(OurTwins.IntegersLoop));

    [OptimizedCodeFact]
    public void Mixed_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Mixed));

    [OptimizedCodeFact]
    public void MixedLoop_BranchesForNullOnlyAndCallsNothingMore() => ShouldAddChecksOnly(nameof(OurTwins.MixedLoop), dimensions: 0, spans: 0);

    [OptimizedCodeFact]
    public void Struct16_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Struct16));

    [OptimizedCodeFact]
    public void Struct16Loop_BranchesForNullOnlyAndCallsNothingMore() => ShouldAddChecksOnly(nameof(OurTwins.Struct16Loop), dimensions: 0, spans: 0);

    [OptimizedCodeFact]
    public void Struct24_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Struct24));

    [OptimizedCodeFact]
    public void Struct24Loop_BranchesForNullOnlyAndCallsNothingMore() => ShouldAddChecksOnly(nameof(OurTwins.Struct24Loop), dimensions: 0, spans: 0);

    [OptimizedCodeFact]
    public void Suppressed_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Suppressed));

    [OptimizedCodeFact]
    public void SuppressedLoop_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.SuppressedLoop));

    [OptimizedCodeFact]
    public void Void_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawCall(nameof(OurTwins.Void));

    [OptimizedCodeFact]
    public void VoidLoop_EqualsTheRawCallButForTheNullCheck() => ShouldEqualTheRawLoop(nameof(OurTwins.VoidLoop));

    [OptimizedCodeFact]
    public void Matrix_BranchesForTheNamedChecksOnlyAndCallsNothingMore() =>
        ShouldAddChecksOnly(nameof(OurTwins.Matrix), dimensions: 2, spans: 2);

    [OptimizedCodeFact]
    public void MatrixLoop_BranchesForTheNamedChecksOnlyAndCallsNothingMore() =>
        ShouldAddChecksOnly(nameof(OurTwins.MatrixLoop), dimensions: 2, spans: 2);

    /// <summary>
    /// Two ranks, two lengths and two strides are compared, without a bounds check for any of them. A tensor that is asked
    /// for its lengths and strides checks its own rank.
    /// </summary>
    [OptimizedCodeFact]
    public void Tensor_BranchesForTheNamedChecksAndCallsNothingMoreThanTheTensorDoes()
    {
        var checks = Checks.Of(twins.Ours(nameof(OurTwins.Tensor)));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((1, 0, 0, Processor.Current!.JoinsChecks ? 5 : 6)); // the ranks may be one condition
        HotPath.Calls(checks.Rest).Except(["[System.ThrowHelper:ThrowArgumentOutOfRangeException()]"])
            .Should().Equal(HotPath.Calls(twins.Raw(nameof(RawTwins.Tensor))), "the method is\n{0}", checks.Rest);
    }

    /// <summary>
    /// Two loads of the process's count of incidents and one comparison, as in the hand-written call. Only where the JIT keeps
    /// the callback, in a register or in the frame, do the two differ.
    /// </summary>
    [OptimizedCodeFact]
    public void CallbackArgument_BranchesForNullAndFaultsOnlyAndCallsNothingMore()
    {
        var checks = Checks.Of(twins.Ours(nameof(OurTwins.CallbackArgument)));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((1, 0, 0, 0));
        HotPath.Difference(checks.Rest, twins.Raw(nameof(RawTwins.CallbackArgument))).Should().BeNull();
    }

    /// <summary>No index is checked, nothing goes through the stack, and the frame of the transition is made once, before the loop.</summary>
    [OptimizedCodeFact]
    public void Map_HasTheInstructionsOfTheRawLoopAndTheNullCheck()
    {
        var checks = Checks.Of(twins.Generated(MachineCodeScenario.Map));
        var raw = twins.Raw(nameof(RawTwins.Map));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((1, 0, 0, 0));
        Instructions(checks.Rest).Should().Equal(Instructions(raw), "{0}\n\n{1}", checks.Rest, raw);
    }

    [OptimizedCodeFact]
    public void NoCall_GoesThroughTheHelperOfGenericPointers()
    {
        var calls = MachineCodeScenario.Listed.Except([UpcallTwins.WithoutContext]).Where(static method => method.DeclaringType != typeof(ControlTwins))
            .ToDictionary(MachineCodeScenario.NameOf, method => HotPath.Calls(twins.Generated(method)));

        calls.Should().HaveCountGreaterThan(30);
        calls.Should().OnlyContain(static item => item.Value.Contains("native") && !item.Value.Contains("CORINFO_HELP_PINVOKE_CALLI"));
    }

    /// <summary>A count that comes from the span's own length needs no check.</summary>
    [OptimizedCodeFact]
    public void Reduction_WithoutTheDimension_BranchesForNullOnlyAndCallsNothingMore() =>
        ShouldAddChecksOnly(nameof(OurTwins.Reduction), dimensions: 0, spans: 0);

    private void ShouldEqualTheRawCall(string method)
    {
        var checks = Checks.Of(twins.Ours(method));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((1, 0, 0, 0));
        ListingComparison.Difference(checks.Rest, twins.Raw(method)).Should().BeNull();
    }

    /// <summary>
    /// The JIT of Arm64 loads the address of the count of faults, a constant of three instructions, before the raw loop. In ours the
    /// null check is ahead of the load, and it stays in the loop. All else is equal.
    /// </summary>
    private void ShouldEqualTheRawLoop(string method)
    {
        var (checks, raw) = (Checks.Of(twins.Ours(method)), twins.Raw(method));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((1, 0, 0, 0));
        ListingComparison.Difference(Moved(checks.Rest), Moved(raw)).Should().BeNull();

        static MethodListing Moved(MethodListing listing) => listing with { Lines = Processor.Current!.WithConstantsBeforeLabels(listing.Lines) };
    }

    private void ShouldAddChecksOnly(string method, int dimensions, int spans)
    {
        var checks = Checks.Of(twins.Ours(method));

        (checks.Null, checks.Length, checks.Other).Should().Be((1, Processor.Current!.JoinsChecks ? 0 : spans, 0)); // joined to the sign
        checks.Sign.Should().BeInRange(dimensions == 0 ? 0 : 1, dimensions); // the JIT may merge the signs
        HotPath.Difference(checks.Rest, twins.Raw(method)).Should().BeNull();
    }

    /// <summary>
    /// What is executed where nothing is thrown: the mnemonics, and whether the stack is touched. Without the loads of wide constants:
    /// the JIT of Arm64 keeps one in a register or loads it again, depending on how many registers are left.
    /// </summary>
    internal static IEnumerable<string> Instructions(MethodListing method) => method.ToReturn().Lines
        .Where(static line => !line.Processor.LoadsPartOfConstant(line))
        .Select(static line => line.Operands.Any(operand => operand.Contains(line.Processor.Frame, StringComparison.Ordinal)) ? line.Mnemonic + " stack" : line.Mnemonic);
}
