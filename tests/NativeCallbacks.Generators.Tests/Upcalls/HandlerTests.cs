using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0030 and NCB0031: handlers whose exceptions would look like success, or could be caught by nobody.</summary>
public class HandlerTests
{
    private const string Void = "[NativeSignature] public delegate void Op(int x); ";

    [Theory]
    [InlineData("public delegate int Op(out int x);", "x")]
    [InlineData("public delegate int Op(int a, ref double b, out int c);", "b")]
    [InlineData("public delegate byte Op(out int x);", "x")]
    [InlineData("public delegate CLong Op(out int x);", "x")]
    [InlineData("public delegate ConsoleColor Op(out nint x);", "x")]
    public async Task Handler_WhoseFaultLooksLikeSuccess_IsReportedWhereItIsMade(string signature, string parameter)
    {
        (await Verifier.Message(
            "[NativeSignature] " + signature,
            "static class Uses { static void Use(Op op) { using var owner = op.[|NCB0030:ToManagedCallback|](); } }"))
            .Should().Be($"When a handler of 'Op' throws, native code gets 0, which looks like success, although '{parameter}' was not written: add [return: StatusCode] or [return: FaultResult(…)] to the delegate");
    }

    [Theory]
    [InlineData("public delegate int Op(out int x);")]
    [InlineData("[return: StatusCode] public delegate int Op(out int x);", true)]
    public Task Declaration_WithoutAHandler_IsNotReported(string signature, bool isHandler = false) => Verifier.Accepts(
        "[NativeSignature] " + signature,
        isHandler ? "static class Uses { static void Use(Op op) { using var owner = op.ToManagedCallback(); } }" : "static class Uses { static int Use(NativeCallback<Op> op) => op.Invoke(out _); }");

    [Theory]
    [InlineData("public delegate int Op(in int x);")]
    [InlineData("public delegate int Op(int x);")]
    [InlineData("public delegate void Op(out int x);")]
    [InlineData("public delegate double Op(out int x);")]
    [InlineData("[return: MarshalAs(UnmanagedType.U1)] public delegate bool Op(out int x);")]
    [InlineData("[return: FaultResult(0)] public delegate int Op(out int x);")]
    [InlineData("[return: StatusCode(StatusConvention.NonZeroIsSuccess)] public delegate int Op(ref int x);")]
    public Task Handler_WhoseFaultIsSeen_IsNotReported(string signature) => Verifier.Accepts(
        "[NativeSignature] " + signature, "static class Uses { static void Use(Op op) { using var owner = op.ToManagedCallback(); } }");

    [Fact]
    public Task StaticCallback_WhoseFaultLooksLikeSuccess_IsReportedAtTheMember() => Verifier.Reports(
        "[NativeSignature] public delegate int Op(out int x);",
        """
        static partial class C
        {
            [StaticCallback(nameof(X))] internal static partial NativeCallback<Op> [|NCB0030:P|] { get; }
            private static int X(out int x) => x = 0;
        }
        """);

    [Theory]
    [InlineData("Op op = async x => await Task.Yield(); using var owner = op.[|NCB0031:ToManagedCallback|]();")]
    [InlineData("Op op; op = async x => await Task.Yield(); using var owner = op.[|NCB0031:ToManagedCallback|]();")]
    [InlineData("using var owner = new Op(async x => await Task.Yield()).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("using var owner = ((Op)(async x => await Task.Yield())).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("using var owner = ((Op)async delegate { await Task.Yield(); }).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("Op op = Run; using var owner = op.[|NCB0031:ToManagedCallback|](static e => { });")]
    [InlineData("using var owner = new Op(Run).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("async void Local(int x) => await Task.Yield(); using var owner = new Op(Local).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("var op = flag ? new Op(Good) : Run; using var owner = op.[|NCB0031:ToManagedCallback|]();")]
    [InlineData("Op? op = Run; using var owner = op?.[|NCB0031:ToManagedCallback|]();")]
    [InlineData("var first = new Op(Run); var second = first; using var owner = second.[|NCB0031:ToManagedCallback|]();")]
    [InlineData("using var owner = new Op(new Op(Run)).[|NCB0031:ToManagedCallback|]();")]
    [InlineData("using var owner = Field.[|NCB0031:ToManagedCallback|]();")]
    public Task AsyncVoidHandler_IsRejected(string statements) => Verifier.Reports(Void, Uses(statements));

    [Theory]
    [InlineData("Op op = x => { }; using var owner = op.ToManagedCallback();")]
    [InlineData("Op op = x => _ = Later(x); using var owner = op.ToManagedCallback();")]
    [InlineData("Op op = Good; using var owner = op.ToManagedCallback();")]
    [InlineData("Action<int> op = async x => await Task.Yield(); op(1); using var owner = new Op(Good).ToManagedCallback();")]
    [InlineData("Op op = async x => await Task.Yield(); op(1);")]
    [InlineData("Op good = Good; Op bad = Run; bad(1); using var owner = good.ToManagedCallback();")]
    [InlineData("Op op = Good; op = op; using var owner = op.ToManagedCallback();")]
    [InlineData("Op op = x => { Action run = async () => await Task.Yield(); run(); }; using var owner = op.ToManagedCallback();")]
    public Task Handler_ThatIsNotAsyncItself_IsAccepted(string statements) =>
        Verifier.Reports(Void, Uses("#pragma warning disable CS1717\n" + statements));

    [Theory]
    [InlineData("private static async void X(int x) => await Task.Yield();", "[|NCB0031:P|]")]
    [InlineData("private static void X(int x) { } private static async Task Y() => await Task.Yield();", "P")]
    public Task AsyncVoidMethod_OfAStaticCallback_IsRejected(string method, string member) => Verifier.Reports(Void, $$"""
        using System.Threading.Tasks;
        static partial class C { [StaticCallback("X")] internal static partial NativeCallback<Op> {{member}} { get; } {{method}} }
        """);

    [Fact]
    public async Task Message_OfAnAsyncHandler_NamesTheWayOut() =>
        (await Verifier.Message(Void, Uses("using var owner = new Op(Run).[|NCB0031:ToManagedCallback|]();")))
            .Should().Be("The handler of 'Op' is async void, so an exception after its first await would crash the process: use a method that is not async, and catch the exceptions of the task that it starts");

    private static string Uses(string statements) => $$"""
        using System.Threading.Tasks;
        static class Uses
        {
            private static readonly Op Field = async x => await Task.Yield();
            public static void Use(bool flag)
            {
                {{statements}}
            }
            private static void Good(int x) { }
            private static async void Run(int x) => await Task.Yield();
            private static async Task Later(int x) => await Task.Yield();
        }
        """;
}
