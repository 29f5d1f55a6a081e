using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>
/// NCB0019: a call on a callback whose delegate is not declared a signature. The compiler reports the call too, in words
/// that lead astray.
/// </summary>
public class UsageTests
{
    private const string Remedy = "add [assembly: NativeSignature(typeof(";

    [Theory]
    [InlineData("Invoke", "1")]
    [InlineData("AsPointer", "")]
    [InlineData("ToDelegate", "")]
    public async Task Member_OfAnUnmarkedDelegate_IsExplained(string member, string argument)
    {
        (await Verifier.Explains(
            "public delegate void Op(int x); [NativeSignature] public delegate void Marked(int x);",
            $"static class Uses {{ static void Call(NativeCallback<Op> op) => op.[|NCB0019:{member}|]({argument}); }}"))
            .Should().Be($"'NativeCallback<Op>' has no '{member}' because 'Op' is not declared as a signature: add [NativeSignature] to the delegate");
    }

    [Theory]
    [InlineData("[NativeSignature] public delegate void Op(double x);")]
    [InlineData("[NativeSignature] public delegate double Op(in double x);")]
    [InlineData("[NativeSignature] public delegate double Op();")]
    [InlineData("[NativeSignature] [return: StatusCode] public delegate int Op(double x);")]
    [InlineData("[NativeSignature(SetLastError = true)] public delegate int Op(double x);")]
    public async Task Map_OfASignatureThatIsNotOfNumbers_IsExplained(string declaration)
    {
        (await Verifier.Explains(declaration, "static class Uses { static void Call(NativeCallback<Op> op) => op.[|NCB0019:Map|](new double[1], new double[1]); }"))
            .Should().Be("'NativeCallback<Op>' has no 'Map' because 'Op' does not take numbers by value and return a plain number: call Invoke in a loop");
    }

    [Fact]
    public Task Map_OfASignatureOfNumbers_IsThere() => Verifier.Accepts(
        "[NativeSignature] public delegate double Op(double x, byte y, nint z);",
        "static class Uses { static void Call(NativeCallback<Op> op) => op.Map(new double[1], new byte[1], new nint[1], new double[1]); }");

    [Theory]
    [InlineData("Comparison<int>", Remedy + "Comparison<int>))]")]
    [InlineData("Func<double, double>", Remedy + "Func<double, double>))]")]
    [InlineData("Own<int>", Remedy + "Own<int>))]")]
    [InlineData("System.Threading.ThreadStart", Remedy + "ThreadStart))]")]
    [InlineData("System.Collections.Generic.List<int>.Enumerator", null)]
    [InlineData("Outer.Nested", "add [NativeSignature] to the delegate")]
    [InlineData("Outer<int>.Nested", Remedy + "Outer<int>.Nested))]")]
    public async Task Invoke_OfADelegateWithoutAttribute_SaysWhereItBelongs(string type, string? remedy)
    {
        const string Declarations = """
            public delegate void Own<T>(T x);
            public class Outer { public delegate void Nested(); }
            public class Outer<T> { public delegate void Nested(); }
            """;
        if (remedy is null)
        {
            // No delegate: what the compiler says is all that there is to say.
            await Verifier.Reports(Declarations, $"static class Uses {{ static void Call(NativeCallback<{type}> [|CS0315:op|]) => op.[|CS1501:Invoke|](); }}");
            return;
        }

        (await Verifier.Explains(Declarations, $"static class Uses {{ static void Call(NativeCallback<{type}> op) => op.[|NCB0019:Invoke|](); }}"))
            .Should().EndWith(" is not declared as a signature: " + remedy);
    }

    [Theory]
    [InlineData("TSignature", "its signature is the type parameter 'TSignature'")]
    [InlineData("Func<TSignature>", "its signature 'Func<TSignature>' has type parameters")]
    [InlineData("Func<TSignature[]>", "its signature 'Func<TSignature[]>' has type parameters")]
    public async Task Invoke_OfATypeParameter_IsExplained(string type, string reason)
    {
        (await Verifier.Explains(
            "",
            $"static class Uses {{ static void Call<TSignature>(NativeCallback<{type}> op) where TSignature : Delegate => op.[|NCB0019:Invoke|](); }}"))
            .Should().Be($"'NativeCallback<{type}>' has no 'Invoke' because {reason}: call it where the signature is a concrete delegate, or pass a delegate from ToDelegate()");
    }

    [Fact]
    public async Task Invoke_OfANullableCallback_IsExplained()
    {
        (await Verifier.Explains(
            "public delegate void Op(int x);",
            "static class Uses { static void Call(NativeCallback<Op>? op) => op?.[|NCB0019:Invoke|](1); }"))
            .Should().Contain("'NativeCallback<Op>' has no 'Invoke'");
    }

    [Fact]
    public Task Invoke_OfANullableCallbackOfASignature_IsSilent() => Verifier.Accepts(
        "[NativeSignature] public delegate void Op(int x);",
        "static class Uses { static void Call(NativeCallback<Op>? op) => op?.Invoke(1); }");

    [Fact]
    public Task Invoke_OfADeclaredDelegate_IsSilent() => Verifier.Accepts(
        "[assembly: NativeSignature(typeof(Func<double, double>))] [NativeSignature] public delegate void Op(int x);",
        """
        static class Uses
        {
            static void Call(NativeCallback<Op> op, NativeCallback<Func<double, double>> f, NativeCallback<NativeCallbacks.Numerics.ScalarFunction> g)
            {
                op.Invoke(1);
                f.Invoke(1);
                g.Invoke(1);
                op.ToDelegate().Invoke(1);
            }
        }
        """);

    [Fact]
    public Task Invoke_OfADelegateThatAFriendDeclares_IsSilent()
    {
        var friend = Consumer.Net10.Referencing("Friend", """
            using NativeCallbacks;
            [assembly: NativeSignature(typeof(System.Func<double, double>))]
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Consumer")]
            namespace NativeCallbacks { internal static class Stand { public static double Invoke(this NativeCallback<System.Func<double, double>> f, double x) => x; } }
            """);
        return Verifier.Accepts("static class Uses { static double Call(NativeCallback<Func<double, double>> f) => f.Invoke(1); }", consumer: friend);
    }

    [Fact]
    public Task Invoke_OfADelegateThatAStrangerDeclares_IsExplained()
    {
        var stranger = Consumer.Net10.Referencing("Stranger", "[assembly: NativeCallbacks.NativeSignature(typeof(System.Func<double, double>))]");
        return Verifier.Explains(
            "", "static class Uses { static double Call(NativeCallback<Func<double, double>> f) => f.[|NCB0019:Invoke|](1); }", stranger);
    }

    [Fact]
    public Task Invoke_OfOtherTypes_IsSilent() => Verifier.Accepts("""
        public delegate void Op(int x);
        public struct NativeCallback2<T> { public void Invoke() { } public void AsPointer() { } public void ToDelegate() { } }
        namespace Other { public struct NativeCallback<T> { public void Invoke() { } } }
        static class Uses
        {
            static void Call(Op op, NativeCallback2<Op> a, Other.NativeCallback<Op> b, NativeCallback<Op> c)
            {
                op.Invoke(1);
                a.Invoke();
                a.AsPointer();
                a.ToDelegate();
                b.Invoke();
                _ = c.Address;
                _ = c.ToString();
            }
        }
        """);
}
