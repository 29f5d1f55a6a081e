using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal delegate int WinapiOperation(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal unsafe delegate int WinapiUserOperation(int a, int b, [UserData] void* user);

public partial class ArgumentTests
{
    [Fact]
    public unsafe void Handler_OfThePlatformsConvention_GetsTheArguments()
    {
        using var plain = new WinapiOperation(static (a, b) => (2 * a) - b).ToManagedCallback();
        using var shared = new WinapiUserOperation(static (a, b, _) => (2 * a) - b).ToManagedCallback();

        Shim.Get<CallOperation>("upcall_int32").Invoke(plain.Callback.Address, 20, 7).Should().Be(33);
        Shim.Get<CallUserOperation>("upcall_user_int32").Invoke(shared.Callback.Address, 20, 7, shared.UserData).Should().Be(33);
    }
}
