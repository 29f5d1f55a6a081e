using System;
using System.Collections.Generic;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>
/// Callbacks that are registered first and called in a later <c>Invoke</c>, which was not given them, by a library that takes
/// no notice of their results.
/// </summary>
public sealed class RegisteredTests : IDisposable
{
    private readonly nint _parser = Faulting.NewParser.Invoke();

    public void Dispose() => Faulting.FreeParser.Invoke(_parser);

    [Fact]
    public void Invoke_DuringWhichARegisteredHandlerThrows_ThrowsTheException_AndTheNextOneWorks()
    {
        var seen = new List<int>();
        var isBroken = true;
        using var start = new PlainCount(i =>
        {
            seen.Add(i);
            return isBroken && i == 2 ? throw new InvalidOperationException($"At {i}.") : 0;
        }).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, start.Callback);

        var parse = () => Faulting.Parse.Invoke(_parser, 6);

        parse.Should().Throw<InvalidOperationException>().WithMessage("At 2.").Which.Should().BeSameAs(start.Fault);
        seen.Should().Equal(0, 1, 2);
        isBroken = false;
        parse.Should().NotThrow();
        seen.Should().Equal(0, 1, 2, 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void Invoke_DuringWhichTwoHandlersThrow_ThrowsTheFirst_AndBothWorkAgain()
    {
        var (starts, texts) = (0, 0);
        using var start = new PlainCount(i => ++starts == 2 ? throw new InvalidOperationException($"Start {i}.") : 0).ToManagedCallback();
        using var text = new PlainCount(i => ++texts == 1 ? throw new FormatException($"Text {i}.") : 0).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, start.Callback);
        Faulting.SetText.Invoke(_parser, text.Callback);

        var parse = () => Faulting.Parse.Invoke(_parser, 4);

        parse.Should().Throw<FormatException>().WithMessage("Text 0.");
        (starts, texts, start.Fault!.Message, text.Fault!.Message).Should().Be((2, 1, "Start 1.", "Text 0."));
        parse.Should().NotThrow("both were delivered");
        (starts, texts).Should().Be((6, 5));
    }

    [Fact]
    public void Invoke_ThatMeetsADisposedHandler_SaysSo()
    {
        var start = new PlainCount(static i => i).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, start.Callback);
        start.Dispose();

        var parse = () => Faulting.Parse.Invoke(_parser, 3);

        var thrown = parse.Should().Throw<HandlerNotCalledException>().Which;
        thrown.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        thrown.InnerException.Should().BeNull();
        thrown.Message.Should().Be("Native code called a PlainCount and got the fault result, because its managed callback or state is disposed. "
            + "Dispose it only when native code no longer uses it.");
    }

    [Fact]
    public void Invoke_InsideAHandlerThatCatches_EndsTheFault()
    {
        using var inner = new PlainCount(static i => throw new InvalidOperationException($"Inner {i}.")).ToManagedCallback();
        var caught = 0;
        using var outer = new PlainCount(i =>
        {
            caught += Record.Exception(() => Counting.SumPlain.Invoke(inner.Callback, 3)) is InvalidOperationException ? 1 : 0;
            return i;
        }).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, outer.Callback);

        Faulting.Parse.Invoke(_parser, 5).Should().Be(0);

        (caught, outer.Fault, inner.Fault!.Message).Should().Be((5, null, "Inner 0."));
    }

    [Fact]
    public void Invoke_InsideAHandlerThatDoesNotCatch_MakesItTheHandlersOwnFault()
    {
        using var inner = new PlainCount(static i => throw new InvalidOperationException($"Inner {i}.")).ToManagedCallback();
        using var outer = new PlainCount(i => Counting.SumPlain.Invoke(inner.Callback, 3)).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, outer.Callback);

        var parse = () => Faulting.Parse.Invoke(_parser, 5);

        parse.Should().Throw<InvalidOperationException>().WithMessage("Inner 0.");
        outer.Fault.Should().BeSameAs(inner.Fault);
        parse.Should().Throw<InvalidOperationException>("both ran again").WithMessage("Inner 0.");
    }

    [Fact]
    public void NestedInvokes_EachThrowWhatIsTheirs()
    {
        using var early = new PlainCount(static i => throw new InvalidOperationException("Early.")).ToManagedCallback();
        using var late = new PlainCount(static i => throw new FormatException("Late.")).ToManagedCallback();
        Exception? caught = null;
        using var outer = new PlainCount(i =>
        {
            Counting.Call(early.Callback);
            caught = Record.Exception(() => Counting.SumPlain.Invoke(late.Callback, 1));
            return i;
        }).ToManagedCallback();

        var call = () => Counting.SumPlain.Invoke(outer.Callback, 1);

        call.Should().Throw<InvalidOperationException>().WithMessage("Early.");
        caught.Should().BeOfType<FormatException>();
    }

    [Fact]
    public void InvokeThatThrowsNoFaults_LeavesThemToTheOneAroundIt_OrToTheCallback()
    {
        using var bad = new PlainCount(static i => throw new InvalidOperationException($"At {i}.")).ToManagedCallback();
        Faulting.SetStart.Invoke(_parser, bad.Callback);
        using var outer = new PlainCount(_ => Faulting.ParseThrowingNothing.Invoke(_parser, 2)).ToManagedCallback();

        var call = () => Counting.SumPlain.Invoke(outer.Callback, 1);

        call.Should().Throw<InvalidOperationException>().WithMessage("At 0.");
        Faulting.ParseThrowingNothing.Invoke(_parser, 2).Should().Be(0);
        bad.Invoking(static callback => callback.ThrowIfFaulted()).Should().Throw<InvalidOperationException>().WithMessage("At 0.");
    }

    [Fact]
    public void Reset_InAHandler_MakesTheInvokeInFlightForget()
    {
        using var bad = new PlainCount(static _ => throw new InvalidOperationException("Bad.")).ToManagedCallback();
        using var outer = new PlainCount(i =>
        {
            Counting.Call(bad.Callback, 2);
            bad.Reset();
            return i;
        }).ToManagedCallback();

        Counting.SumPlain.Invoke(outer.Callback, 3).Should().Be(3);

        bad.Fault.Should().BeNull();
    }

    [Fact]
    public void ManyFaultsOfOneCall_AreDeliveredTogether()
    {
        const int Many = 3_000;
        using var owners = new Disposables();
        var handlers = new ManagedCallback<FloodCount>[Many];
        for (var i = 0; i < Many; i++)
        {
            handlers[i] = owners.Add(new FloodCount(j => throw new InvalidOperationException($"{j}")).ToManagedCallback());
        }

        using var outer = new PlainCount(_ =>
        {
            for (var i = 0; i < Many; i++)
            {
                Counting.SumAddress.Invoke(handlers[i].Callback.Address, 1);
            }

            return 0;
        }).ToManagedCallback();

        var call = () => Counting.SumPlain.Invoke(outer.Callback, 1);

        call.Should().Throw<InvalidOperationException>().Which.Should().BeSameAs(handlers[0].Fault);
        handlers.Should().OnlyContain(static handler => handler.Fault != null);
        Array.ForEach(handlers, static handler => handler.ThrowIfFaulted());
    }

    [Fact]
    public void CallbackInsideAStruct_ByReferenceAndByValue_ThrowsInTheCall()
    {
        using var handler = new Count(static (i, _) => throw new InvalidOperationException($"At {i}.")).ToManagedCallback();
        var registration = new Registration(handler.Callback, handler.UserData);

        var byValue = () => Faulting.ByValue.Invoke(registration, 8);
        var byReference = () => Counting.Registered.Invoke(registration, 9, 0);

        byValue.Should().Throw<InvalidOperationException>().WithMessage("At 8.");
        byReference.Should().Throw<InvalidOperationException>().WithMessage("At 9.");
    }

    [Fact]
    public void HandlerOfAnOutParameter_ThatThrows_DoesNotPassForSuccess()
    {
        using var make = new Make(static (out nint _) => throw new InvalidOperationException("Not made.")).ToManagedCallback();

        var call = () => Faulting.Make.Invoke(make.Callback, out _);

        call.Should().Throw<InvalidOperationException>().WithMessage("Not made.");
    }

    [Fact]
    public void CallbackThatIsDestroyedBeforeTheCallReturns_DoesNotLoseItsFault()
    {
        ManagedCallback<Count>? owner = null;
        using var destroy = new Destroy(_ => owner!.Dispose()).ToManagedCallback();
        var handler = new Count(static (i, _) => throw new InvalidOperationException($"Once, {i}.")).ToManagedCallback();
        owner = handler;
        var (callback, user) = (handler.Callback, handler.UserData);

        var call = () => Faulting.Once.Invoke(callback, user, destroy.Callback);

        call.Should().Throw<InvalidOperationException>().WithMessage("Once, 3.");
    }

    [Fact]
    public void Map_DuringWhichAHandlerThrows_ThrowsBehindItsLoop()
    {
        using var half = new Numerics.ScalarFunction(static x => x > 2 ? throw new InvalidOperationException($"At {x}.") : x / 2).ToManagedCallback(policy: FaultPolicy.KeepCalling);
        var results = new double[3];

        var map = () => half.Callback.Map([1, 3, 2], results);

        map.Should().Throw<InvalidOperationException>().WithMessage("At 3.");
        results.Should().Equal(0.5, 0, 1);
    }
}
