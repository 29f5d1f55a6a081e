using System;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.SafeHandles;

/// <summary>Safe handles as arguments: passed as they are, and not released while the call runs.</summary>
[Collection(nameof(HandleTests))]
public partial class HandleTests
{
    internal static int Count => Shim.Get<CountHandles>("handle_count").Invoke();

    [Fact]
    public void Invoke_WithHandles_PassesTheirValues()
    {
        using var a = Open(500);
        using var b = Open(7);

        Shim.Get<HandleValue>("handle_value").Invoke(a).Should().Be(500);
        Shim.Get<AnyHandleValue>("handle_value").Invoke(b).Should().Be(7);
        Shim.Get<HandleWeight>("handle_weigh").Invoke(a, 30, b).Should().Be(500 + 60 - 21);
    }

    [Fact]
    public void Invoke_WithAnInvalidHandle_PassesNull()
    {
        using var none = new ShimHandle();

        Shim.Get<HandleValue>("handle_value").Invoke(none).Should().Be(-1);
    }

    [Fact]
    public void Invoke_WithADisposedHandle_ThrowsBeforeTheCall_AndReleasesTheOther()
    {
        var before = Count;
        var good = Open(1);
        var disposed = Open(2);
        disposed.Dispose();

        var (exception, entered) = Touching.Observe(() => Touching.Function<HandleTouch>().Invoke(good, disposed));

        exception.Should().BeOfType<ObjectDisposedException>().Which.Message.Should().StartWith("second, a ShimHandle, is disposed. Dispose it after the last call that takes it.");
        entered.Should().BeFalse();
        good.Dispose();
        Count.Should().Be(before, "nothing kept the first one");
    }

    [Fact]
    public void Invoke_WithNull_ThrowsBeforeTheCall()
    {
        using var good = Open(1);

        var (exception, entered) = Touching.Observe(() => Touching.Function<HandleTouch>().Invoke(null!, good));

        exception.Should().BeOfType<ArgumentNullException>().Which.ParamName.Should().Be("first");
        entered.Should().BeFalse();
    }

    [Fact]
    public void Handle_ThatIsDisposedDuringTheCall_IsReleasedAfterIt()
    {
        var before = Count;
        var handle = Open(33);
        var during = -1;
        using var dispose = new HandleCallback(() =>
        {
            handle.Dispose();
            during = Count;
        }).ToManagedCallback();

        Shim.Get<HandleValueAfter>("handle_value_after").Invoke(handle, dispose.Callback).Should().Be(33);

        during.Should().Be(before + 1);
        Count.Should().Be(before);
    }

    [Fact]
    public void Handle_OfACallThatThrows_IsReleased()
    {
        var before = Count;
        var handle = Open(33);
        using var dispose = new HandleCallback(() =>
        {
            handle.Dispose();
            throw new InvalidOperationException("Thrown.");
        }).ToManagedCallback();

        var call = () => Shim.Get<HandleValueAfter>("handle_value_after").Invoke(handle, dispose.Callback);

        call.Should().Throw<InvalidOperationException>().WithMessage("Thrown.");
        Count.Should().Be(before);
    }

    private static ShimHandle Open(int value) => new(Shim.Get<OpenRaw>("handle_open").Invoke(value));
}
