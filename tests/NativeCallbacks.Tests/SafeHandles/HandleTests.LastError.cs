using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.SafeHandles;

/// <summary>C: <c>int32_t (*)(const handle *, void (*f)(void))</c>.</summary>
[NativeSignature(SetLastError = true)]
internal delegate int ValueOfNoisyHandle(NoisyHandle handle, NativeCallback<HandleCallback> f);

/// <summary>A handle that owns nothing, and overwrites the last error when it is released.</summary>
internal sealed class NoisyHandle() : SafeHandle(0, ownsHandle: true)
{
    public const int Error = 5555;

    public override bool IsInvalid => false;

    protected override bool ReleaseHandle()
    {
        Marshal.SetLastPInvokeError(Error);
        return true;
    }
}

public partial class HandleTests
{
    [Fact]
    public void LastError_OfACall_SurvivesTheReleaseOfAHandleThatWasDisposedMeanwhile()
    {
        var handle = new NoisyHandle();
        var during = 0;
        using var dispose = new HandleCallback(() =>
        {
            handle.Dispose();
            during = Marshal.GetLastPInvokeError();
        }).ToManagedCallback();

        Shim.Get<ValueOfNoisyHandle>("handle_value_after").Invoke(handle, dispose.Callback).Should().Be(-1);

        handle.IsClosed.Should().BeTrue();
        during.Should().NotBe(NoisyHandle.Error, "it is released behind the call");
        Marshal.GetLastPInvokeError().Should().NotBe(NoisyHandle.Error);
    }
}
