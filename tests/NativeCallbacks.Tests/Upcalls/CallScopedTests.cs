using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Delegates that are passed for call-scoped callbacks.</summary>
public class CallScopedTests
{
    private static readonly int[] Numbers = [5, -3, 11];

    [Fact]
    public void Delegates_AreCalled_EachInItsPlace()
    {
        Lifetimes.Sum.Invoke(Numbers, static (i, _) => 10 * i, static i => i + 1).Should().Be((10 * (5 - 3 + 11)) - (1 + 2 + 3));
    }

    [Fact]
    public void Handler_GetsItsOwnContext()
    {
        nint first = 0, second = 0;
        Lifetimes.Keep.Invoke((i, user) => (first = user) == 0 ? -1 : i, 8);
        Lifetimes.Keep.Invoke((i, user) => (second = user) == 0 ? -1 : i, 8);

        first.Should().NotBe(second, "each call exposes its handler anew");
    }

    [Fact]
    public void NullDelegate_IsANullFunctionWithNullData()
    {
        Lifetimes.Sum.Invoke(Numbers, (Count?)null, null).Should().Be(3000);
        Lifetimes.Sum.Invoke(Numbers, null, static i => i).Should().Be(1000 - (0 + 1 + 2));
        Lifetimes.Sum.Invoke(Numbers, default, 0, default).Should().Be(3000, "default means the same in every overload");
    }

    [Fact]
    public void Fault_IsThrownByTheCall()
    {
        var thrown = Record.Exception(() => Lifetimes.Sum.Invoke(Numbers, static (i, _) => throw new InvalidOperationException($"At {i}."), null));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 5.");
        Lifetimes.Sum.Invoke(Numbers, static (i, _) => i, static _ => 0).Should().Be(13, "the next call is another handler's");
    }

    [Fact]
    public void Fault_OnANativeThread_IsThrownByTheCall()
    {
        var thrown = Record.Exception(() => Lifetimes.OnThread.Invoke(static i => throw new InvalidOperationException($"At {i}."), 6));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 6.");
    }

    [Fact]
    public void CallAfterTheCall_IsAHandlerNotCalled()
    {
        var runs = 0;
        Lifetimes.Keep.Invoke((i, _) => ++runs + i, 20).Should().Be(21);

        var thrown = Record.Exception(static () => Shim.Get<CallKeptThrowing>("scoped_call_kept").Invoke(4));

        thrown.Should().BeOfType<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        runs.Should().Be(1);
    }

    [Fact]
    public void SpanThatIsTooShort_IsRefusedBeforeTheCall_AndTheHandlerIsDisposed()
    {
        var runs = 0;
        nint context = 0;
        Lifetimes.Keep.Invoke((i, user) => { context = user; return i; }, 1);

        var thrown = Record.Exception(() => default(NativeCallback<ScopedSum>).Invoke(Numbers, (_, _) => ++runs, null));

        thrown.Should().BeOfType<InvalidOperationException>();
        (runs, context == 0).Should().Be((0, false));
    }
}

[NativeSignature]
internal delegate long CallKeptThrowing(int i);
