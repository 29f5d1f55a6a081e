using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.SafeHandles;

[NativeSignature]
internal delegate ShimHandle OpenHandle(int value);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate ShimHandle OpenHandleOrThrow(int value);

[NativeSignature]
[return: StatusCode]
internal delegate int OpenHandleInto(int value, int status, out ShimHandle handle);

[NativeSignature]
internal delegate ShimHandle OpenHandleCalling(int value, NativeCallback<HandleCallback> f);

/// <summary>A handle that is made with an internal constructor, and is invalid where its value is −1.</summary>
internal sealed class NegativeHandle : SafeHandle
{
    internal NegativeHandle()
        : base(-1, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == -1;

    protected override bool ReleaseHandle() => true;
}

/// <summary>Over functions that return their argument.</summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate NegativeHandle EchoHandle(nint value);

/// <summary>Safe handles that a call makes: an object owns what native code returned before anything is thrown.</summary>
[Collection(nameof(HandleTests))]
public class HandleResultTests
{
    [Fact]
    public void Invoke_ReturningAHandle_OwnsIt()
    {
        var before = HandleTests.Count;

        using (var handle = Shim.Get<OpenHandle>("handle_open").Invoke(12))
        {
            Shim.Get<HandleValue>("handle_value").Invoke(handle).Should().Be(12);
            HandleTests.Count.Should().Be(before + 1);
        }

        HandleTests.Count.Should().Be(before);
    }

    [Fact]
    public void Invoke_WritingAHandle_OwnsIt()
    {
        var before = HandleTests.Count;

        Shim.Get<OpenHandleInto>("handle_open_into").Invoke(13, 0, out var handle).Should().Be(0);
        using (handle)
        {
            Shim.Get<HandleValue>("handle_value").Invoke(handle).Should().Be(13);
        }

        HandleTests.Count.Should().Be(before);
    }

    [Fact]
    public void ToDelegate_WithHandles_OwnsThem()
    {
        using var result = Shim.Get<OpenHandle>("handle_open").ToDelegate()(14);
        Shim.Get<OpenHandleInto>("handle_open_into").ToDelegate()(15, 0, out var output);
        using (output)
        {
            Shim.Get<HandleWeight>("handle_weigh").ToDelegate()(result, 1, output).Should().Be(14 + 2 - 45);
        }
    }

    [Fact]
    public void Invoke_GivingNoHandle_GivesAnInvalidOne()
    {
        using var result = Shim.Get<OpenHandle>("handle_open").Invoke(0);
        Shim.Get<OpenHandleInto>("handle_open_into").Invoke(0, 0, out var output);

        result.IsInvalid.Should().BeTrue();
        output.IsInvalid.Should().BeTrue();
    }

    [Fact]
    public void Invoke_ReturningNoHandle_WhereThatIsAFailure_Throws()
    {
        var open = () => Shim.Get<OpenHandleOrThrow>("handle_open").Invoke(0);
        var echo = () => Shim.Get<EchoHandle>("status_intptr").Invoke(-1);

        open.Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(0);
        echo.Should().ThrowExactly<NativeStatusException>().Which.Should().Match<NativeStatusException>(static exception =>
            exception.Code == -1 && exception.Message.StartsWith("The native EchoHandle returned an invalid handle (-1), "));
        Shim.Get<EchoHandle>("status_intptr").Invoke(0).IsInvalid.Should().BeFalse();
        using var good = Shim.Get<OpenHandleOrThrow>("handle_open").Invoke(5);
        Shim.Get<HandleValue>("handle_value").Invoke(good).Should().Be(5);
    }

    /// <summary>SQLite, for one, gives a database also if opening failed, from which the reason is to be asked.</summary>
    [Fact]
    public void Invoke_WithAFailingStatus_ThrowsIt_AndTheHandleIsTheCallers()
    {
        var before = HandleTests.Count;
        ShimHandle? handle = null;

        var open = () => Shim.Get<OpenHandleInto>("handle_open_into").Invoke(21, 7, out handle);

        open.Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(7);
        Shim.Get<HandleValue>("handle_value").Invoke(handle!).Should().Be(21);
        handle!.Dispose();
        HandleTests.Count.Should().Be(before);
    }

    [Fact]
    public void Invoke_ThatThrowsAFault_LeavesNoHandleBehind()
    {
        var before = HandleTests.Count;

        OpenAndFault();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        HandleTests.Count.Should().Be(before);
    }

    /// <summary>In a frame of its own, so that nothing keeps the handle.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OpenAndFault()
    {
        using var fail = new HandleCallback(static () => throw new InvalidOperationException("Thrown.")).ToManagedCallback();
        var open = () => Shim.Get<OpenHandleCalling>("handle_open_calling").Invoke(3, fail.Callback);

        open.Should().Throw<InvalidOperationException>().WithMessage("Thrown.");
    }
}
