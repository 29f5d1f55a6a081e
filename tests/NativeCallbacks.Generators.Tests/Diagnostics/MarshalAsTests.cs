using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0003 and NCB0004: what <c>[MarshalAs]</c> must say of a bool, and may not say of anything else.</summary>
public class MarshalAsTests
{
    private const string Uses = "static class Uses { static void Call(NativeCallback<Op> op) { op.ToDelegate(); op.AsPointer(); } }";

    private const string Width =
        " is 'bool', whose native width is not specified: add [MarshalAs(UnmanagedType.U1)] for C's bool, or [MarshalAs(UnmanagedType.I4)] for Win32's BOOL";

    /// <summary>A library whose delegates are known from its metadata alone, where [MarshalAs] does not appear as an attribute.</summary>
    private static readonly Consumer WithLibrary = Consumer.Net10.Referencing("Library", """
        using System.Runtime.InteropServices;
        public delegate void GoodBool([MarshalAs(UnmanagedType.U1)] bool x);
        [return: MarshalAs(UnmanagedType.I4)] public delegate bool GoodResult(int x, [MarshalAs(UnmanagedType.I4)] bool y);
        public delegate void GoodText([MarshalAs(UnmanagedType.LPUTF8Str)] string x);
        public delegate void GoodGeneric<T>(T x, [MarshalAs(UnmanagedType.U1)] bool y);
        public delegate void BareBool(int x, bool y);
        public delegate void VariantBool([MarshalAs(UnmanagedType.VariantBool)] bool x);
        public delegate void BStrText(int x, [MarshalAs(UnmanagedType.BStr)] string y);
        [return: MarshalAs(UnmanagedType.LPWStr)] public delegate string GoodWideText(int x, [MarshalAs(UnmanagedType.LPWStr)] string y, [MarshalAs(UnmanagedType.LPWStr)] out string z);
        [return: MarshalAs(UnmanagedType.U4)] public delegate int MarshalledResult();
        [UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)] public delegate void WideSet(string x);
        """);

    [Theory]
    [InlineData("bool")]
    [InlineData("[MarshalAs(UnmanagedType.Bool)] bool")]
    [InlineData("[MarshalAs(UnmanagedType.VariantBool)] bool")]
    public async Task BoolParameter_WithoutAKnownWidth_IsRejected(string type)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op({type} [|NCB0003:x|]);", Uses)).Should().Be("'x'" + Width);
    }

    [Fact]
    public async Task BoolResult_WithoutAKnownWidth_IsRejectedAtTheDelegate()
    {
        (await Verifier.Message("[NativeSignature] public delegate bool [|NCB0003:Op|]();", Uses)).Should().Be("The result" + Width);
    }

    [Theory]
    [InlineData("U1")]
    [InlineData("I4")]
    public Task Bool_WithAKnownWidth_IsAccepted(string width) => Verifier.Accepts(
        $"[NativeSignature] [return: MarshalAs(UnmanagedType.{width})] public delegate bool Op([MarshalAs(UnmanagedType.{width})] bool x);",
        "static class Uses { static bool Call(NativeCallback<Op> op) => op.Invoke(true); }");

    [Theory]
    [InlineData("int", "I4", "values are passed unchanged")]
    [InlineData("ref int", "I4", "values are passed unchanged")]
    [InlineData("nint", "SysInt", "values are passed unchanged")]
    [InlineData("[UncheckedShape] Span<int>", "LPArray", "values are passed unchanged")]
    [InlineData("NativeCallback<Action>", "FunctionPtr", "values are passed unchanged")]
    [InlineData("string", "LPStr", "strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]")]
    [InlineData("out string", "LPStr", "strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]")]
    [InlineData("[UncheckedShape] ReadOnlySpan<string>", "LPWStr", "values are passed unchanged")]
    [InlineData("Utf8Pointer", "LPUTF8Str", "values are passed unchanged")]
    [InlineData("string", "BStr", "strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]")]
    public async Task Parameter_WithMarshalAs_IsRejected(string type, string kind, string fact)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op([MarshalAs(UnmanagedType.{kind})] {type} [|NCB0004:x|]);", Uses))
            .Should().Be($"'x' has MarshalAs(UnmanagedType.{kind}), but {fact}: remove it");
    }

    [Fact]
    public async Task Parameter_WithMarshalAsOfANumber_IsRejected()
    {
        (await Verifier.Message("[NativeSignature] public delegate void Op([MarshalAs((short)7)] int [|NCB0004:x|]);", Uses))
            .Should().Be("'x' has MarshalAs(UnmanagedType.I4), but values are passed unchanged: remove it");
    }

    [Fact]
    public async Task Result_WithMarshalAs_IsRejectedAtTheDelegate()
    {
        (await Verifier.Message("[NativeSignature] [return: MarshalAs(UnmanagedType.I4)] public delegate int [|NCB0004:Op|]();", Uses))
            .Should().Be("The result has MarshalAs(UnmanagedType.I4), but values are passed unchanged: remove it");
    }

    [Theory]
    [InlineData("Unicode")]
    [InlineData("Auto")]
    public async Task Text_WithAWideCharSet_IsRejected(string set)
    {
        (await Verifier.Message(
            $"[NativeSignature] [UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.{set})] public delegate void Op(int x, string [|NCB0004:y|]);",
            Uses)).Should().Be($"'y' has CharSet.{set} from [UnmanagedFunctionPointer], but strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]: remove it");
    }

    [Theory]
    [InlineData("CharSet = CharSet.Unicode", "int x")]
    [InlineData("CharSet = CharSet.Ansi", "string x")]
    [InlineData("CharSet = CharSet.Unicode", "[MarshalAs(UnmanagedType.LPUTF8Str)] string x")]
    [InlineData("BestFitMapping = false", "[MarshalAs(UnmanagedType.LPUTF8Str)] string x")]
    public Task CharSet_ThatChangesNothing_IsAccepted(string set, string parameter) => Verifier.Accepts(
        $"[NativeSignature] [UnmanagedFunctionPointer(CallingConvention.Cdecl, {set})] public delegate void Op({parameter});");

    [Theory]
    [InlineData("BareBool", "NCB0003", "'y'" + Width)]
    [InlineData("VariantBool", "NCB0003", "'x'" + Width)]
    [InlineData("Predicate<int>", "NCB0003", "The result" + Width)]
    [InlineData("BStrText", "NCB0004", "'y' has MarshalAs(UnmanagedType.BStr), but strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]: remove it")]
    [InlineData("MarshalledResult", "NCB0004", "The result has MarshalAs(UnmanagedType.U4), but values are passed unchanged: remove it")]
    [InlineData("WideSet", "NCB0004", "'x' has CharSet.Unicode from [UnmanagedFunctionPointer], but strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]: remove it")]
    public async Task ForeignDelegate_WithMarshallingThatCallsDoNotDo_IsRejectedAtTheAttribute(string type, string id, string message)
    {
        (await Verifier.Message($"[assembly: [|{id}:NativeSignature(typeof({type}))|]]", consumer: WithLibrary)).Should().Be(message);
    }

    [Fact]
    public Task ForeignDelegate_WithMarshallingThatCallsUnderstand_IsAccepted() => Verifier.Accepts(
        """
        [assembly: NativeSignature(typeof(GoodBool))]
        [assembly: NativeSignature(typeof(GoodResult))]
        [assembly: NativeSignature(typeof(GoodText))]
        [assembly: NativeSignature(typeof(GoodGeneric<double>))]
        [assembly: NativeSignature(typeof(GoodWideText))]
        """,
        """
        static unsafe class Uses
        {
            static bool Call(NativeCallback<GoodResult> op) => op.Invoke(1, true);
            static delegate* unmanaged[Cdecl]<byte, void> One(NativeCallback<GoodBool> op) => op.AsPointer();
            static delegate* unmanaged[Cdecl]<int, int, int> Two(NativeCallback<GoodResult> op) => op.AsPointer();
            static delegate* unmanaged[Cdecl]<byte*, void> Three(NativeCallback<GoodText> op) => op.AsPointer();
            static delegate* unmanaged[Cdecl]<int, char*, char**, char*> Five(NativeCallback<GoodWideText> op) => op.AsPointer();
            static delegate* unmanaged[Cdecl]<double, byte, void> Four(NativeCallback<GoodGeneric<double>> op) => op.AsPointer();
        }
        """,
        WithLibrary);
}
