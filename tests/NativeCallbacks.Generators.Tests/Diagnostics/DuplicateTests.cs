using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0014: one signature, declared twice, whose members would be ambiguous.</summary>
public class DuplicateTests
{
    private const string Declaration = "[assembly: NativeCallbacks.NativeSignature(typeof(System.Func<double, double>))]";

    private const string Uses = "static class Uses { static double Call(NativeCallback<Func<double, double>> op) => op.Invoke(1); }";

    [Fact]
    public Task ClosedDelegate_DeclaredTwice_IsRejected_BesideItsOpenDeclaration() => Verifier.Reports(
        "[assembly: NativeSignature(typeof(Op<int>))] [assembly: [|NCB0014:NativeSignature(typeof(Op<int>))|]] [NativeSignature] public delegate void [|NCB0012:Op|]<T>(T x);");

    [Fact]
    public async Task Attribute_TwiceOnADelegate_IsRejectedOnce()
    {
        (await Verifier.Message(
            "[NativeSignature] [[|NCB0014:NativeSignature|]] public delegate void Op(int x);",
            "static class Uses { static void Call(NativeCallback<Op> op) => op.Invoke(1); }"))
            .Should().Be("'Op' is already declared as a signature on the delegate: remove this declaration");
    }

    [Fact]
    public async Task Attribute_OnADelegateAndItsAssembly_IsRejectedOnTheAssembly()
    {
        (await Verifier.Message(
            "[assembly: [|NCB0014:NativeSignature(typeof(Op))|]] [NativeSignature] public delegate void Op(int x);",
            "static class Uses { static void Call(NativeCallback<Op> op) => op.Invoke(1); }"))
            .Should().Be("'Op' is already declared as a signature on the delegate: remove this declaration");
    }

    [Fact]
    public async Task Attribute_OnADelegateOfAnotherAssembly_IsRejectedHere()
    {
        var consumer = Consumer.Net10.Referencing("Library", "[NativeCallbacks.NativeSignature] public delegate void Op(int x);");
        (await Verifier.Message("[assembly: [|NCB0014:NativeSignature(typeof(Op))|]]", consumer: consumer))
            .Should().Be("'Op' is already declared as a signature on the delegate: remove this declaration");
    }

    [Fact]
    public async Task Attribute_TwiceOnTheAssembly_IsRejectedInTheSecondFile()
    {
        (await Verifier.Message(
            "[assembly: NativeSignature(typeof(Action))] [assembly: NativeSignature(typeof(Func<double, double>))]",
            "[assembly: NativeSignature(typeof(Action<int>)), [|NCB0014:NativeSignature(typeof(Func<double, double>))|]]" + Uses))
            .Should().Be("'Func<double, double>' is already declared as a signature in this assembly: remove this declaration");
    }

    [Fact]
    public Task Attributes_OfSeveralFiles_AreAllRead() => Verifier.Accepts(
        "[assembly: NativeSignature(typeof(Action<int>)), NativeSignature(typeof(Action<uint>))] [assembly: NativeSignature(typeof(Action<long>))]",
        """
        [assembly: NativeSignature(typeof(Action<ulong>))]
        static class Uses
        {
            static void Call(NativeCallback<Action<int>> a, NativeCallback<Action<uint>> b, NativeCallback<Action<long>> c, NativeCallback<Action<ulong>> d)
            {
                a.Invoke(1);
                b.Invoke(1);
                c.Invoke(1);
                d.Invoke(1);
            }
        }
        """);

    [Fact]
    public Task Attribute_OfOneTypeUnderTwoNames_IsRejected() => Verifier.Reports(
        "[assembly: NativeSignature(typeof(Func<nint, nint>))] [assembly: [|NCB0014:NativeSignature(typeof(Func<IntPtr, IntPtr>))|]]",
        "static class Uses { static nint Call(NativeCallback<Func<nint, IntPtr>> op) => op.Invoke((nint)1); }",
        Consumer.NetStandard);

    [Fact]
    public async Task Attribute_InAFriendAssembly_IsRejectedHere()
    {
        var friend = Consumer.Net10.Referencing("Friend", Declaration + "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Consumer\")]");
        (await Verifier.Message("[assembly: [|NCB0014:NativeSignature(typeof(Func<double, double>))|]]", consumer: friend))
            .Should().Be("'Func<double, double>' is already declared as a signature in Friend, whose internals are visible here: remove this declaration");
    }

    [Fact]
    public Task Attribute_InAnAssemblyThatIsNoFriend_DoesNotCount() => Verifier.Accepts(
        "[assembly: NativeSignature(typeof(Func<double, double>))]",
        Uses,
        Consumer.Net10.Referencing("Stranger", Declaration + "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"SomeoneElse\")]"));

    [Theory]
    [InlineData("[assembly: NativeSignature(typeof(Func<double, double>))] [assembly: NativeSignature(typeof(Func<double, float>))]")]
    [InlineData("namespace A { [NativeSignature] public delegate void Op(int x); } namespace B { [NativeSignature] public delegate void Op(int x); }")]
    [InlineData("[NativeSignature] public delegate void Op(int x); [NativeSignature] public delegate void OP(int x);")]
    public Task Signatures_ThatDiffer_AreNoDuplicates(string source) => Verifier.Accepts(source);
}
