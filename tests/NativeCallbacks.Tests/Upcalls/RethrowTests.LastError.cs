using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Calls a callback, then leaves errno and the callback's result as the status.</summary>
[NativeSignature(SetLastError = true)]
[return: StatusCode]
internal delegate int CallThenErrno(NativeCallback<PlainCount> f, int i, int error);

public partial class RethrowTests
{
    private static readonly NativeCallback<CallThenErrno> ThenErrno = Shim.Get<CallThenErrno>("upcall_then_errno");

    [Fact]
    public void InvokeOfAStatus_WithACallbackThatFaults_ThrowsTheFaultAndNotTheStatus_WithErrnoKept()
    {
        using var handler = new PlainCount(static i => ThrowAt(i)).ToManagedCallback();
        Marshal.SetLastPInvokeError(0);

        var thrown = Record.Exception(() => ThenErrno.Invoke(handler.Callback, 4, Errno));
        var errno = Marshal.GetLastPInvokeError();

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 4.");
        errno.Should().Be(Errno);
    }

    [Fact]
    public void InvokeOfAStatus_WithACallbackThatFails_ThrowsTheStatus_WithErrnoKept()
    {
        using var handler = new PlainCount(static i => -i).ToManagedCallback();
        Marshal.SetLastPInvokeError(0);

        var thrown = Record.Exception(() => ThenErrno.Invoke(handler.Callback, 4, Errno));
        var errno = Marshal.GetLastPInvokeError();

        thrown.Should().BeOfType<NativeStatusException>().Which.Code.Should().Be(-4);
        errno.Should().Be(Errno);
    }
}
