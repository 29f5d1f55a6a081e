using System;
using System.Linq;
using System.Reflection;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// What native code runs through on its way to a handler: the transition and the handler, as in the hand-written function,
/// and the checks, none of which jumps where all is well.
/// </summary>
[Collection(TwinListing.Collection)]
public class UpcallMachineCodeTests(TwinListing twins)
{
    /// <summary>The checks: there is a callback at the place, its context is the one, and it is not stopped.</summary>
    [OptimizedCodeFact]
    public void WithContext_RunsStraightToTheHandlerAndCallsNothingMore()
    {
        var (ours, raw) = (Straight(UpcallTwins.WithContext), Straight(UpcallTwins.HandWrittenWithContext));

        HotPath.Calls(ours.Way).Should().Equal(HotPath.Calls(raw.Way), "the method is\n{0}", ours.Way).And.HaveCount(3);
        HotPath.FirstCallsBeside(twins.Upcall(UpcallTwins.WithContext)).Should().HaveCount(4, "the method is\n{0}", ours.Way)
            .And.OnlyContain(static call => call.Contains(":RecordMissedCall(", StringComparison.Ordinal));
        ours.Jumps.Should().BeLessThanOrEqualTo(raw.Jumps);
    }

    /// <summary>The same checks for the object of a state.</summary>
    [OptimizedCodeFact]
    public void WithState_RunsStraightToTheMethodAndCallsNothingMore()
    {
        var (ours, raw) = (Straight(UpcallTwins.WithState), Straight(UpcallTwins.HandWrittenWithState));

        HotPath.Calls(ours.Way).Should().Equal(HotPath.Calls(raw.Way), "the method is\n{0}", ours.Way).And.HaveCount(3);
        HotPath.FirstCallsBeside(twins.Upcall(UpcallTwins.WithState)).Should().HaveCount(4, "the method is\n{0}", ours.Way)
            .And.OnlyContain(static call => call.Contains(":RecordMissedCall(", StringComparison.Ordinal));
        ours.Jumps.Should().BeLessThanOrEqualTo(raw.Jumps);
    }

    /// <summary>The checks: there is a callback, and it is not stopped. The transition is in the runtime's thunk.</summary>
    [OptimizedCodeFact]
    public void WithoutContext_ChecksTwiceAndCallsNothingButTheHandlerWhereAllIsWell()
    {
        var method = twins.Generated(UpcallTwins.WithoutContext);

        HotPath.Calls(method).Where(static call => !call.Contains(":RecordMissedCall(", StringComparison.Ordinal) && !call.Contains(":Fail(", StringComparison.Ordinal))
            .Should().Equal(Processor.Current!.CallOfDelegate("NativeCallbacks.Tests.MachineCode.HalveWithoutContext:Invoke(double,nint):double:this"));
        HotPath.Branches(method).Should().Be(2, "the method is\n{0}", method);
    }

    [OptimizedCodeFact]
    public void Static_EqualsTheHandWrittenFunction()
    {
        var (ours, raw) = (Straight(UpcallTwins.Static), Straight(UpcallTwins.HandWrittenStatic));

        HotPath.Calls(ours.Way).Should().HaveCount(3);
        ListingComparison.Difference(ours.Way, raw.Way).Should().BeNull();
        ours.Jumps.Should().Be(raw.Jumps);
    }

    private (MethodListing Way, int Jumps) Straight(MethodInfo method) => HotPath.Straight(twins.Upcall(method));
}
