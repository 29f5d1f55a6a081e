using System;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>What else a handler can take and give: enums, nothing, many arguments, references, booleans, text, callbacks.</summary>
public partial class ArgumentTests
{
    private static readonly NativeCallback<ScalarFunction> Half = Shim.Get<Choose>("callback_choose").Invoke(1);

    [Fact]
    public void Handler_OfAnEnum_GetsAndGivesTheValue()
    {
        using var handler = new LevelFunction(static (a, b) => a == Level.Low && b == Level.High ? Level.High : Level.None).ToManagedCallback();

        Shim.Get<CallLevel>("upcall_enum").Invoke(handler.Callback, Level.Low, Level.High).Should().Be(Level.High);
    }

    [Fact]
    public void Handler_WithoutResult_Runs()
    {
        var seen = (0L, 0L);
        using var handler = new Accept((a, b) => seen = (a, b)).ToManagedCallback();

        Shim.Get<CallAccept>("upcall_void").Invoke(handler.Callback, long.MinValue, long.MaxValue);

        seen.Should().Be((long.MinValue, long.MaxValue));
    }

    [Fact]
    public void Handler_Of20MixedArguments_GetsEachInItsPlace()
    {
        using var handler = new Mixed20(Weigh).ToManagedCallback();
        using var shared = new UserMixed20((_, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20) =>
            Weigh(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20)).ToManagedCallback();
        var expected = Weigh(
            -1, 2.5, -3, 4.5F, -500000000000, 6.25, -700, 8.5F, 209, 10.125, 4000000011, 12.5F, new CLong(-13), 14.75, 60015, 16.5F, -17, 18.875, 1900000000000, 20.5F);

        Shim.Get<CallMixed20>("upcall_mixed_20").Invoke(handler.Callback).Should().Be(expected);
        Shim.Get<CallUserMixed20>("upcall_user_mixed_20").Invoke(shared.Callback, shared.UserData).Should().Be(expected);
    }

    [Fact]
    public void Handler_OfReferences_ReadsAndWritesThem()
    {
        using var handler = new ReferenceFunction(static (in long given, ref long changed, out long made) =>
        {
            (changed, made) = ((3 * changed) + given, given - 1);
            return 2 * given;
        }).ToManagedCallback();
        var changed = 5L;

        var result = Shim.Get<CallReferences>("upcall_references").Invoke(handler.Callback.Address, 0, 100, ref changed, out var made);

        (result, changed, made).Should().Be((200, 115, 99));
    }

    [Theory]
    [InlineData(1, "given")]
    [InlineData(2, "changed")]
    [InlineData(4, "made")]
    [InlineData(7, "given")]
    public void Handler_OfAReferenceThatIsNull_DoesNotRun(int mask, string parameter)
    {
        var ran = false;
        using var handler = new ReferenceFunction((in long given, ref long changed, out long made) =>
        {
            ran = true;
            made = 0;
            return 1;
        }).ToManagedCallback();
        var changed = 5L;

        Shim.Get<CallReferences>("upcall_references").Invoke(handler.Callback.Address, mask, 100, ref changed, out _).Should().Be(0);

        ran.Should().BeFalse();
        changed.Should().Be(5);
        handler.Fault.Should().BeOfType<ArgumentNullException>().Which.Message
            .Should().StartWith($"Native code passed null for {parameter}, which the handler takes by reference.");
        handler.Fault.Should().BeOfType<ArgumentNullException>().Which.ParamName.Should().Be(parameter);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(255, 0, 1)]
    [InlineData(128, int.MinValue, 0)]
    [InlineData(2, 256, 0)]
    public void Handler_OfBooleans_TakesWhateverIsNotZeroForTrue(byte a, int b, int expected)
    {
        using var handler = new BoolFunction(static (a, b) => a && !b).ToManagedCallback();
        using var wide = new WideBoolFunction(static (b, a) => a && !b).ToManagedCallback();

        Shim.Get<CallBool>("upcall_bool").Invoke(handler.Callback.Address, a, b).Should().Be(expected);
        Shim.Get<CallWideBool>("upcall_bool_wide").Invoke(wide.Callback.Address, b, a).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "")]
    [InlineData(2, "plain ASCII")]
    [InlineData(3, "naïve ∑ 🚀")]
    public void Handler_OfText_GetsItDecoded(int which, string? expected)
    {
        var seen = "none";
        using var handler = new TextFunction((text, tag) =>
        {
            seen = text;
            return 2 * tag;
        }).ToManagedCallback();

        Shim.Get<CallText>("upcall_text").Invoke(handler.Callback.Address, which).Should().Be(2 * (which + 100));

        seen.Should().Be(expected);
    }

    [Theory]
    [InlineData(4, 7)]
    [InlineData(5, 4)]
    public void Handler_OfTextThatIsNotUtf8_DoesNotRun(int which, int index)
    {
        var ran = false;
        using var handler = new TextFunction((_, _) =>
        {
            ran = true;
            return 1;
        }).ToManagedCallback();

        Shim.Get<CallText>("upcall_text").Invoke(handler.Callback.Address, which).Should().Be(0);

        ran.Should().BeFalse();
        handler.Fault.Should().BeOfType<ArgumentException>().Which.Message
            .Should().StartWith($"Native code passed text with bytes that are not UTF-8 at index {index}.");
    }

    [Fact]
    public void Handler_OfACallback_CallsAndReturnsIt()
    {
        var call = Shim.Get<CallChoose>("upcall_choose");
        using var same = new ChooseFunction(static (candidate, _) => candidate).ToManagedCallback();
        using var other = new ChooseFunction(static (candidate, index) => candidate.Invoke(5) + index == 26 ? Half : default).ToManagedCallback();

        call.Invoke(same.Callback, 0, 3).Should().Be(8, "x² - 1");
        call.Invoke(same.Callback, 99, 3).Should().Be(-1, "NULL goes up and comes back");
        call.Invoke(other.Callback, 0, 3).Should().Be(-1, "5² - 1 + 0 is 24");
        call.Invoke(other.Callback, 2, 3).Should().Be(-1, "10 - 5 + 2 is 7");
        other.Fault.Should().BeNull();
    }

    [Fact]
    public void Handler_ThatThrowsInsteadOfGivingACallback_GivesNull()
    {
        using var handler = new ChooseFunction(static (_, _) => throw new InvalidOperationException("No choice.")).ToManagedCallback();

        var call = () => Shim.Get<CallChoose>("upcall_choose").Invoke(handler.Callback, 0, 3);

        call.Should().Throw<InvalidOperationException>().WithMessage("No choice.", "C saw NULL and did not call it");
    }

    [Fact]
    public void Handler_OfAStructThatHoldsCallbacks_CallsThem()
    {
        using var handler = new TableFunction(static (table, x) => (table.Scale * table.F.Invoke(x)) - table.G.Invoke(x)).ToManagedCallback();

        Shim.Get<CallTable>("upcall_table").Invoke(handler.Callback, 0, 2, 1, 6).Should().Be((2 * 35) - 3);
    }

    [Fact]
    public void Handler_OfAnyConvention_GetsTheArguments()
    {
        using var stdCall = new StdCallOperation(static (a, b) => (2 * a) - b).ToManagedCallback();
        using var thisCall = new ThisCallOperation(static (a, b) => (2 * a) - b).ToManagedCallback();
        using var stdCallShared = new StdCallUserOperation(static (a, b, _) => (2 * a) - b).ToManagedCallback();
        using var thisCallShared = new ThisCallUserOperation(static (a, b, _) => (2 * a) - b).ToManagedCallback();
        var call = Shim.Get<CallOperation>("upcall_int32");
        var callShared = Shim.Get<CallUserOperation>("upcall_user_int32");

        call.Invoke(stdCall.Callback.Address, 20, 7).Should().Be(33);
        call.Invoke(thisCall.Callback.Address, 20, 7).Should().Be(33);
        callShared.Invoke(stdCallShared.Callback.Address, 20, 7, stdCallShared.UserData).Should().Be(33);
        callShared.Invoke(thisCallShared.Callback.Address, 20, 7, thisCallShared.UserData).Should().Be(33);
    }

    private static double Weigh(
        int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10,
        uint a11, float a12, CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20) =>
        a1 + (2 * a2) + (3 * a3) + (4 * a4) + (5 * a5) + (6 * a6) + (7 * a7) + (8 * a8) + (9 * a9) + (10 * a10)
        + (11.0 * a11) + (12 * a12) + (13 * a13.Value) + (14 * a14) + (15 * a15) + (16 * a16) + (17 * a17) + (18 * a18) + (19 * a19) + (20 * a20);
}
