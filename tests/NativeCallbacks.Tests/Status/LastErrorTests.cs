using System;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using NativeCallbacks.Processes;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.Status;

/// <summary><c>SetLastError</c>: errno is cleared before the call and kept after it.</summary>
public class LastErrorTests
{
    private const int Before = 18;

    [Fact]
    public void Invoke_WithSetLastError_KeepsErrno()
    {
        LastErrorAfter(static () => Shim.Get<SetErrno>("status_set_errno").Invoke(34, -5)).Should().Be((-5, 34));
    }

    [Fact]
    public void Invoke_WithSetLastError_ClearsErrnoBeforeTheCall()
    {
        Marshal.SetLastSystemError(17);

        LastErrorAfter(static () => Shim.Get<GetErrno>("status_get_errno").Invoke()).Should().Be((0, 0));
    }

    [Fact]
    public void Invoke_WithoutSetLastError_LeavesTheLastErrorAlone()
    {
        LastErrorAfter(static () => Shim.Get<SetErrnoUnnoticed>("status_set_errno").Invoke(34, -5)).Should().Be((-5, Before));
    }

    [Fact]
    public void Invoke_ThatFailsWithStatus_KeepsErrnoBeforeItThrows()
    {
        LastErrorAfter(static () => Failure<NativeStatusException>(static () => Shim.Get<SetErrnoThenStatus>("status_set_errno").Invoke(34, -5))!.Code)
            .Should().Be((-5, 34));
    }

    /// <summary>The pool reads its settings, which are not there, when the second buffer of the process comes back.</summary>
    [Fact]
    public async Task Invoke_WithTheFirstLongTextsOfTheProcess_KeepsErrno()
    {
        var child = await ChildProcess.PlayAsync(LongTextsScenario.Name);

        child.Should().Be(new ProcessRun(0, "34 -5", ""));
    }

    [Fact]
    public void Invoke_ThatIsRefused_LeavesTheLastErrorAlone()
    {
        LastErrorAfter(static () => Failure<ArgumentException>(static () => Shim.Get<SetErrnoBySpan>("status_set_errno").Invoke(34, 2, [1]))!.ParamName)
            .Should().Be(("ignored", Before));
    }

    [Fact]
    public void Invoke_WithEveryKindOfResult_KeepsErrnoAndReturnsIt()
    {
        LastErrorAfter(static () => Shim.Get<SetErrnoThenBoolean>("status_set_errno").Invoke(1, 2)).Should().Be((true, 1));
        LastErrorAfter(static () => Shim.Get<SetErrnoThenCallback>("status_set_errno").Invoke(2, 0x1234).Address).Should().Be((0x1234, 2));
        LastErrorAfter(static () => Shim.Get<SetErrnoThenCallback>("status_set_errno").Invoke(3, 0).IsNull).Should().Be((true, 3));
        LastErrorAfter(static () => Shim.Get<SetErrnoBySpan>("status_set_errno").Invoke(4, 1, [1])).Should().Be((1, 4));
        LastErrorAfter(static () => Shim.Get<SetErrnoByFunctionPointerAttribute>("status_set_errno").Invoke(5, 6)).Should().Be((6, 5));
        LastErrorAfter(static () =>
        {
            Shim.Get<TouchWithErrno>("mixed_touch").Invoke();
            return "no result";
        }).Should().Be(("no result", 0));
    }

    /// <summary>What the call gave and left, read before anything else can run on this thread.</summary>
    private static (T Result, int LastError) LastErrorAfter<T>(Func<T> call)
    {
        Marshal.SetLastPInvokeError(Before);
        var result = call();
        return (result, Marshal.GetLastPInvokeError());
    }

    private static TException? Failure<TException>(Action call)
        where TException : Exception
    {
        try
        {
            call();
            return null;
        }
        catch (TException exception)
        {
            return exception;
        }
    }
}
