using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Apis;

/// <summary>Options that .NET Framework does not support: those of the class hold for functions that set none.</summary>
[NativeApi("ncbshim", SetLastError = true, SuppressGCTransition = true, CallingConvention = CallingConvention.Winapi)]
internal static partial class OptionsApi
{
    [Symbol("status_set_errno")]
    public static partial int SetErrno(int error, int result);

    [Symbol("status_set_errno", SetLastError = false)]
    public static partial int SetErrnoUnnoticed(int error, int result);
}

public class ApiLastErrorTests
{
    [Fact]
    public void Options_OfTheClass_HoldUnlessTheFunctionSetsThem()
    {
        Marshal.SetLastPInvokeError(18);
        var result = OptionsApi.SetErrno(34, -5);
        (result, Marshal.GetLastPInvokeError()).Should().Be((-5, 34));

        Marshal.SetLastPInvokeError(18);
        result = OptionsApi.SetErrnoUnnoticed(33, -6);
        (result, Marshal.GetLastPInvokeError()).Should().Be((-6, 18));
    }
}
