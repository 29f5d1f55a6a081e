using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>One context for several static methods: the object that they share, its faults, and its end.</summary>
public class CallbackStateTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("abcde");

    [Fact]
    public void Methods_ShareTheObjectOfTheContext_TwoOfThemWithOneSignature()
    {
        var (first, second) = (new StateParser { Factor = 2 }, new StateParser { Factor = 3 });
        using var firstState = new CallbackState<StateParser>(first);
        using var secondState = new CallbackState<StateParser>(second);

        Parse(firstState).Should().Be((100 * 2 * 5) + (10 * 'e') - (2 * 6));
        Parse(secondState, 4).Should().Be((100 * 3 * 4) + (10 * 'd') - (3 * 5));

        first.Seen.Should().Equal("start 5", "text abcde", "end 6");
        second.Seen.Should().Equal("start 4", "text abcd", "end 5");
    }

    [Fact]
    public void Context_ThatComesFirst_IsFound()
    {
        using var state = new CallbackState<StateParser>(new StateParser { Factor = -7 });

        Lifetimes.First.Invoke(StateParser.FirstCallback, state.UserData, 2.5, 3).Should().Be(-7 + 2 + 3);
    }

    [Fact]
    public void ThousandStatesSideBySide_EachReachTheirObject()
    {
        using var states = new Disposables();
        var parsers = Enumerable.Range(1, 1_000).Select(factor => new StateParser { Factor = factor }).ToList();
        var owners = parsers.ConvertAll(parser => states.Add(new CallbackState<StateParser>(parser)));

        for (var i = owners.Count - 1; i >= 0; i--)
        {
            Parse(owners[i], 1).Should().Be((100L * parsers[i].Factor) + (10 * 'a') - (parsers[i].Factor * 2));
        }

        owners.Select(static owner => owner.UserData).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Fault_OfOneMethod_StopsAllOfThatState_UntilItIsThrown()
    {
        var (parser, other) = (new StateParser { Factor = 2, FaultyText = "abcde" }, new StateParser { Factor = 2 });
        using var state = new CallbackState<StateParser>(parser);
        using var otherState = new CallbackState<StateParser>(other);

        var thrown = Record.Exception(() => Parse(state));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("Faulty abcde.");
        state.Fault.Should().BeSameAs(thrown);
        parser.Seen.Should().Equal(["start 5", "text abcde"], "the end is not called any more");
        parser.FaultyText = null;
        Parse(state).Should().Be(Parse(otherState));
        state.ThrowIfFaulted();
    }

    [Fact]
    public void Fault_OnANativeThread_IsThrownByTheInvokeThatWasGivenTheContext()
    {
        using var state = new CallbackState<StateParser>(new StateParser { Factor = 1, IsFaulty = true });

        var thrown = Record.Exception(() => Counting.OnThreads.Invoke(StateParser.Start, state.UserData, 2, 3));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().StartWith("Faulty start");
    }

    [Fact]
    public void Fault_WithoutAnInvoke_StaysWithTheState()
    {
        using var state = new CallbackState<StateParser>(new StateParser { IsFaulty = true });

        Counting.Call(StateParser.Start, state.UserData, 2).Should().Be(2 * -77);

        state.Invoking(static faulted => faulted.ThrowIfFaulted()).Should().Throw<InvalidOperationException>().WithMessage("Faulty start 0.");
        state.Fault!.Message.Should().Be("Faulty start 0.");
        state.Reset();
        state.Fault.Should().BeNull();
    }

    [Fact]
    public void ReportOnly_ReportsOnFault_AndIsNeverThrown()
    {
        var told = new List<string>();
        var parser = new StateParser { Factor = 4, IsFaulty = true };
        using var state = new CallbackState<StateParser>(parser, exception => told.Add(exception.Message), FaultPolicy.ReportOnly);

        Parse(state).Should().Be((100 * -77) + (10 * 'e') - (4 * 6));

        told.Should().Equal("Faulty start 5.");
        parser.Seen.Should().Equal("start 5", "text abcde", "end 6");
    }

    [Fact]
    public void OnFault_OfAMethod_GetsTheObject_AndGivesTheResult()
    {
        var parser = new StateParser { Factor = 6, IsFaulty = true };
        using var state = new CallbackState<StateParser>(parser);

        Counting.Call(StateParser.ReportedStart, state.UserData).Should().Be(6000);

        parser.Seen.Should().Equal("start 0", "report Faulty start 0. for 0");
        state.Invoking(static faulted => faulted.ThrowIfFaulted()).Should().Throw<InvalidOperationException>("a report does not consume the exception");
    }

    [Fact]
    public void CallAfterDispose_IsAHandlerNotCalled_AndReachesNoLaterState()
    {
        var stale = new CallbackState<StateParser>(new StateParser());
        var context = stale.UserData;
        stale.Dispose();
        using var states = new Disposables();
        var later = Enumerable.Range(0, 50).Select(static _ => new StateParser()).ToList();
        later.ForEach(parser => states.Add(new CallbackState<StateParser>(parser)));

        var thrown = Record.Exception(() => Counting.Sum.Invoke(StateParser.Start, 1, context));

        var notCalled = thrown.Should().BeOfType<HandlerNotCalledException>().Subject;
        (notCalled.Signature, notCalled.Reason, notCalled.Context).Should().Be((typeof(Count), HandlerNotCalledReason.Disposed, context));
        later.Should().OnlyContain(static parser => parser.Seen.Count == 0);
    }

    [Fact]
    public void ContextOfAnotherType_OfAManagedCallback_OrOfNobody_IsAHandlerNotCalled()
    {
        using var other = new CallbackState<string>("another type");
        using var derived = new CallbackState<object>(new StateParser());
        using var handler = new Count(static (i, _) => i).ToManagedCallback();
        foreach (var context in new[] { other.UserData, derived.UserData, handler.UserData, 0, 4711 })
        {
            var thrown = Record.Exception(() => Counting.Sum.Invoke(StateParser.Start, 1, context));

            thrown.Should().BeOfType<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
        }

        using var state = new CallbackState<StateParser>(new StateParser());
        var ofState = state.UserData;
        Record.Exception(() => Counting.Sum.Invoke(handler.Callback, 1, ofState)).Should().BeOfType<HandlerNotCalledException>();
    }

    [Fact]
    public void DestroyNotify_DisposesTheState()
    {
        var state = new CallbackState<StateParser>(new StateParser { Factor = 2 });

        Lifetimes.Owned.Invoke(StateParser.Start, state.UserData, state.DestroyNotify, 3, 2).Should().Be(2 * (0 + 1 + 2));

        state.Target.Should().BeNull();
        state.Invoking(static disposed => disposed.UserData).Should().Throw<ObjectDisposedException>().WithMessage("*CallbackState<StateParser>*");
    }

    [Fact]
    public void Object_IsHeldUntilTheStateIsDisposed()
    {
        var (state, parser) = Create();
        Collect();
        parser.IsAlive.Should().BeTrue();
        Counting.Call(StateParser.Start, state.UserData, 2).Should().Be(9);

        state.Dispose();
        Collect();
        parser.IsAlive.Should().BeFalse();
        GC.KeepAlive(state);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (CallbackState<StateParser> State, WeakReference Parser) Create()
        {
            var parser = new StateParser { Factor = 9 };
            return (new CallbackState<StateParser>(parser), new WeakReference(parser));
        }

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        using var state = new CallbackState<StateParser>(new StateParser { Factor = 2, IsSilent = true });

        Allocation.Of(() => Counting.Sum.Invoke(StateParser.Start, 20_000, state.UserData)).Should().Be(0);
    }

    [Fact]
    public void NullObject_AndAPolicyThatIsNone_AreRefused()
    {
        Record.Exception(static () => new CallbackState<StateParser>(null!)).Should().BeOfType<ArgumentNullException>().Which.ParamName.Should().Be("target");
        Record.Exception(static () => new CallbackState<StateParser>(new StateParser(), policy: (FaultPolicy)7)).Should().BeOfType<ArgumentOutOfRangeException>()
            .Which.ParamName.Should().Be("policy");
    }

    private static long Parse(CallbackState<StateParser> state, int length = 5) => Lifetimes.Parse.Invoke(
        new SharedParser(StateParser.Start, StateParser.End, StateParser.Text, state.UserData), Text.AsSpan(0, length));
}

internal sealed partial class StateParser
{
    public int Factor { get; init; }

    public bool IsFaulty { get; init; }

    public bool IsSilent { get; init; }

    public string? FaultyText { get; set; }

    public List<string> Seen { get; } = [];

    [StaticCallback(nameof(OnStart))]
    public static partial NativeCallback<Count> Start { get; }

    [StaticCallback(nameof(OnEnd))]
    public static partial NativeCallback<Count> End { get; }

    [StaticCallback(nameof(OnText))]
    public static partial NativeCallback<Characters> Text { get; }

    [StaticCallback(nameof(OnFirst))]
    public static partial NativeCallback<First> FirstCallback { get; }

    [StaticCallback(nameof(OnStart), OnFault = nameof(Report))]
    public static partial NativeCallback<Count> ReportedStart { get; }

    private static long OnStart(int i, [UserData] StateParser self)
    {
        if (!self.IsSilent)
        {
            self.Seen.Add($"start {i}");
        }

        return self.IsFaulty ? throw new InvalidOperationException($"Faulty start {i}.") : self.Factor * i;
    }

    private static long OnEnd(int i, [UserData] StateParser self)
    {
        self.Seen.Add($"end {i}");
        return -self.Factor * i;
    }

    private static int OnText(ReadOnlySpan<byte> text, int length, [UserData] StateParser self)
    {
        var read = Encoding.UTF8.GetString(text);
        self.Seen.Add($"text {read}");
        return read == self.FaultyText ? throw new InvalidOperationException($"Faulty {read}.") : text[length - 1];
    }

    private static sbyte OnFirst([UserData] StateParser self, double x, sbyte y) => (sbyte)(self.Factor + (int)x + y);

    private static long Report(Exception exception, int i, [UserData] StateParser self)
    {
        self.Seen.Add($"report {exception.Message} for {i}");
        return 1000 * self.Factor;
    }
}
