using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0020: context arguments that cannot be understood.</summary>
public class UserDataTests
{
    private const string NeedsContext = "[NativeSignature] public delegate double F(double x, [UserData] nint data); [NativeSignature] public delegate void G();\n";
    private const string ByValue = "use nint or void*, by value";
    private const string OneOfThem = "keep one of them";
    private const string NameACallback = "name a NativeCallback<T> parameter of the delegate";

    [Theory]
    [InlineData("[UserData] int [|NCB0020:data|]", "'data' cannot be a context argument because it is 'int': " + ByValue)]
    [InlineData("[UserData] nuint [|NCB0020:data|]", "'data' cannot be a context argument because it is 'nuint': " + ByValue)]
    [InlineData("[UserData] byte* [|NCB0020:data|]", "'data' cannot be a context argument because it is 'byte*': " + ByValue)]
    [InlineData("[UserData] ref nint [|NCB0020:data|]", "'data' cannot be a context argument because it is passed by reference: " + ByValue)]
    [InlineData("[UserData] nint data, [UserData] nint [|NCB0020:more|]", "'more' cannot be a context argument because 'data' is already the context argument: keep one of them, or name the callback that this one belongs to")]
    [InlineData("NativeCallback<F> f, [UserData(\"g\")] nint [|NCB0020:data|]", "'data' cannot be a context argument because 'g' is not a parameter: " + NameACallback)]
    [InlineData("int f, [UserData(nameof(f))] nint [|NCB0020:data|]", "'data' cannot be a context argument because 'f' is 'int': " + NameACallback)]
    [InlineData("in NativeCallback<F> f, [UserData(nameof(f))] nint [|NCB0020:data|]", "'data' cannot be a context argument because 'f' is passed by reference: pass the callback by value")]
    [InlineData("NativeCallback<G> f, [UserData(nameof(f))] nint [|NCB0020:data|]", "'data' cannot be a context argument because the signature of 'f' has no [UserData] parameter: mark the parameter of that signature that receives the context")]
    [InlineData("NativeCallback<F> f, [UserData(nameof(f))] nint data, [UserData(nameof(f))] nint [|NCB0020:more|]", "'more' cannot be a context argument because 'f' already has a context argument: " + OneOfThem)]
    public async Task UserData_ThatCannotBeUnderstood_IsRejected(string parameters, string message) =>
        (await Verifier.Message(
            $"{NeedsContext}[NativeSignature] public unsafe delegate void Op({parameters});",
            "unsafe static class Uses { static void Use(Op op) { using var owner = op.ToManagedCallback(); _ = owner.UserData; } }")).Should().Be(message);

    [Fact]
    public Task UserData_ThatIsUnderstood_IsAccepted() => Verifier.Accepts(NeedsContext + """
        [NativeSignature] public unsafe delegate void Pointer([UserData] void* data);
        [NativeSignature] public delegate void First([UserData] nint data, int x);
        [NativeSignature] public delegate void Pair(NativeCallback<F> f, [UserData(nameof(f))] nint data, NativeCallback<F> g, [UserData(nameof(g))] nint more);
        [NativeSignature] public delegate void Both([UserData] nint own, NativeCallback<F> f, [UserData(nameof(f))] nint data);
        """);

    [Fact]
    public Task UserData_OfACallbackWhoseSignatureIsATypeParameter_LeavesTheDelegatesOwnDiagnosticBeside() => Verifier.Reports("""
        [NativeSignature] public delegate void [|NCB0012:Op|]<T>(NativeCallback<T> f, [UserData(nameof(f))] nint [|NCB0020:data|]) where T : Delegate;
        """);
}
