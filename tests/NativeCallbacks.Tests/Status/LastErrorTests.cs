using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Status;

/// <summary><c>SetLastError</c>: errno is cleared before the call and kept after it.</summary>
public class LastErrorTests
{
    [Fact]
    public void Invoke_WithSetLastError_KeepsErrno()
    {
        Shim.Get<SetErrno>("status_set_errno").Invoke(34, -5).Should().Be(-5);

        Marshal.GetLastPInvokeError().Should().Be(34);
        Marshal.GetLastWin32Error().Should().Be(34);
    }

    [Fact]
    public void Invoke_WithSetLastError_ClearsErrnoBeforeTheCall()
    {
        Marshal.SetLastSystemError(17);
        Marshal.SetLastPInvokeError(18);

        Shim.Get<GetErrno>("status_get_errno").Invoke().Should().Be(0);

        Marshal.GetLastPInvokeError().Should().Be(0);
    }

    [Fact]
    public void Invoke_WithoutSetLastError_LeavesTheLastErrorAlone()
    {
        Marshal.SetLastPInvokeError(18);

        Shim.Get<SetErrnoUnnoticed>("status_set_errno").Invoke(34, -5).Should().Be(-5);

        Marshal.GetLastPInvokeError().Should().Be(18);
    }

    [Fact]
    public void Invoke_ThatFailsWithStatus_KeepsErrnoBeforeItThrows()
    {
        var call = () => Shim.Get<SetErrnoThenStatus>("status_set_errno").Invoke(34, -5);

        call.Should().ThrowExactly<NativeStatusException>().Which.Code.Should().Be(-5);
        Marshal.GetLastPInvokeError().Should().Be(34);
    }

    [Fact]
    public void Invoke_ThatIsRefused_LeavesTheLastErrorAlone()
    {
        Marshal.SetLastPInvokeError(18);

        var call = () => Shim.Get<SetErrnoBySpan>("status_set_errno").Invoke(34, 2, [1]);

        call.Should().Throw<ArgumentException>();
        Marshal.GetLastPInvokeError().Should().Be(18);
    }

    [Fact]
    public void Invoke_WithEveryKindOfResult_KeepsErrnoAndReturnsIt()
    {
        Shim.Get<SetErrnoThenBoolean>("status_set_errno").Invoke(1, 2).Should().BeTrue();
        Marshal.GetLastPInvokeError().Should().Be(1);

        Shim.Get<SetErrnoThenCallback>("status_set_errno").Invoke(2, 0x1234).Address.Should().Be(0x1234);
        Marshal.GetLastPInvokeError().Should().Be(2);

        Shim.Get<SetErrnoBySpan>("status_set_errno").Invoke(3, 1, [1]).Should().Be(1);
        Marshal.GetLastPInvokeError().Should().Be(3);

        Shim.Get<SetErrnoByFunctionPointerAttribute>("status_set_errno").Invoke(4, 5).Should().Be(5);
        Marshal.GetLastPInvokeError().Should().Be(4);

        Shim.Get<TouchWithErrno>("mixed_touch").Invoke();
        Marshal.GetLastPInvokeError().Should().Be(0);
    }
}
