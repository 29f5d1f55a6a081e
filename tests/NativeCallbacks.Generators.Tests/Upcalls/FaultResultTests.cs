using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0021: fault results that do not fit.</summary>
public class FaultResultTests
{
    private const string Enums = "public enum Level { Low = -1, None, High } public enum Other : long { A }\n";
    private const string Remedy = ": specify a failing value that the result can hold";

    [Theory]
    [InlineData("FaultResult(1)", "void", "1 cannot be the fault result because there is no result")]
    [InlineData("FaultResult(300)", "byte", "300 cannot be the fault result because 'byte' cannot hold it")]
    [InlineData("FaultResult(-129)", "sbyte", "-129 cannot be the fault result because 'sbyte' cannot hold it")]
    [InlineData("FaultResult(-1)", "uint", "-1 cannot be the fault result because 'uint' cannot hold it")]
    [InlineData("FaultResult(2147483648)", "int", "2147483648 cannot be the fault result because 'int' cannot hold it")]
    [InlineData("FaultResult(9223372036854775808)", "long", "9223372036854775808 cannot be the fault result because 'long' cannot hold it")]
    [InlineData("FaultResult(1.5)", "int", "1.5 cannot be the fault result because 'int' cannot hold it")]
    [InlineData("FaultResult(1e300)", "float", "1E+300 cannot be the fault result because 'float' cannot hold it")]
    [InlineData("FaultResult(true)", "int", "true cannot be the fault result because 'int' cannot hold it")]
    [InlineData("FaultResult('a')", "ushort", "'a' cannot be the fault result because 'ushort' cannot hold it")]
    [InlineData("FaultResult(\"NaN\")", "double", "\"NaN\" cannot be the fault result because 'double' cannot hold it")]
    [InlineData("FaultResult(typeof(int))", "nint", "typeof(int) cannot be the fault result because 'nint' cannot hold it")]
    [InlineData("FaultResult(null!)", "double", "null cannot be the fault result because it is not a number, an enum value or a bool")]
    [InlineData("FaultResult(new int[] { 1 })", "int", "{1} cannot be the fault result because it is not a number, an enum value or a bool")]
    [InlineData("FaultResult(1)", "System.Numerics.Complex", "1 cannot be the fault result because 'Complex' cannot hold it")]
    [InlineData("FaultResult(1)", "NativeCallback<Action>", "1 cannot be the fault result because 'NativeCallback<Action>' cannot hold it")]
    [InlineData("FaultResult(2147483648)", "CLong", "2147483648 cannot be the fault result because 'CLong' cannot hold it where it is 32 bits wide")]
    [InlineData("FaultResult(-1)", "CULong", "-1 cannot be the fault result because 'CULong' cannot hold it where it is 32 bits wide")]
    [InlineData("FaultResult(1.0)", "CLong", "1 cannot be the fault result because 'CLong' cannot hold it where it is 32 bits wide")]
    [InlineData("FaultResult(-1)", "Level", "-1 cannot be the fault result because the result is 'Level'")]
    [InlineData("FaultResult(Other.A)", "Level", "Other.A cannot be the fault result because the result is 'Level'")]
    [InlineData("FaultResult(Level.Low)", "int", "Level.Low cannot be the fault result because the result is 'int'")]
    public Task FaultResult_ThatTheResultCannotHold_IsRejected(string attribute, string result, string message) =>
        ShouldBe($"[return: [|NCB0021:{attribute}|]] public delegate {result} Op();", message);

    [Fact]
    public Task FaultResult_OfABoolean_IsABoolean() => ShouldBe(
        "[return: [|NCB0021:FaultResult(1)|]] [return: MarshalAs(UnmanagedType.U1)] public delegate bool Op();",
        "1 cannot be the fault result because the result is 'bool'");

    [Theory]
    [InlineData("StatusCode", "int", "0")]
    [InlineData("StatusCode", "byte", "0")]
    [InlineData("StatusCode", "Level", "Level.None")]
    [InlineData("StatusCode(StatusConvention.NonNegativeIsSuccess)", "int", "0")]
    [InlineData("StatusCode(StatusConvention.NonNegativeIsSuccess)", "long", "5")]
    [InlineData("StatusCode(StatusConvention.NonZeroIsSuccess)", "int", "-1")]
    public Task FaultResult_ThatMeansSuccess_IsRejected(string status, string result, string value) => ShouldBe(
        $"[return: {status}] [return: [|NCB0021:FaultResult({value})|]] public delegate {result} Op();",
        $"{value} cannot be the fault result because it means success under the [StatusCode] of the signature");

    [Fact]
    public Task FaultResult_ThatFits_IsAccepted() => Verifier.Accepts(Enums + """
        [NativeSignature] [return: FaultResult(double.NaN)] public delegate double A();
        [NativeSignature] [return: FaultResult(double.NegativeInfinity)] public delegate float B();
        [NativeSignature] [return: FaultResult(-1)] public delegate double C();
        [NativeSignature] [return: FaultResult(ulong.MaxValue)] public delegate ulong D();
        [NativeSignature] [return: FaultResult(long.MinValue)] public delegate long E();
        [NativeSignature] [return: FaultResult(int.MinValue)] public delegate int F();
        [NativeSignature] [return: FaultResult((sbyte)-128)] public delegate nint G();
        [NativeSignature] [return: FaultResult(Level.Low)] public delegate Level H();
        [NativeSignature] [return: FaultResult(false)] [return: MarshalAs(UnmanagedType.I4)] public delegate bool I();
        [NativeSignature] [return: FaultResult(-5)] [return: StatusCode(StatusConvention.NonNegativeIsSuccess)] public delegate int J();
        [NativeSignature] [return: FaultResult(0)] [return: StatusCode(StatusConvention.NonZeroIsSuccess)] public delegate int K();
        [NativeSignature] [return: FaultResult(7)] [return: StatusCode] public delegate byte L();
        [NativeSignature] [return: FaultResult(Level.High)] [return: StatusCode] public delegate Level M();
        [NativeSignature] [return: FaultResult(1.5F)] public delegate double N();
        [NativeSignature] [return: FaultResult(-1)] public delegate CLong O();
        [NativeSignature] [return: FaultResult(uint.MaxValue)] public delegate CULong P();
        [NativeSignature] [return: FaultResult(-1)] public unsafe delegate void* Q();
        [NativeSignature] [return: FaultResult(0)] public unsafe delegate delegate* unmanaged<void> R();
        """);

    private static async Task ShouldBe(string signature, string message) => (await Verifier.Message(
        Enums + "[NativeSignature] " + signature,
        "static class Uses { static void Use(Op op) { using var owner = op.ToManagedCallback(); } }")).Should().Be(message + Remedy);
}
