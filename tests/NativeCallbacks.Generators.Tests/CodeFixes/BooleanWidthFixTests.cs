using System.Threading.Tasks;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>NCB0003: the two widths that a native bool has.</summary>
public class BooleanWidthFixTests
{
    private const string AsByte = "Add [MarshalAs(UnmanagedType.U1)]";
    private const string AsInt = "Add [MarshalAs(UnmanagedType.I4)]";

    [Theory]
    [InlineData("void Op(bool x)", new[] { AsByte, AsInt })]
    [InlineData("bool Op(int x)", new[] { AsByte, AsInt })]
    [InlineData("void Op([MarshalAs(UnmanagedType.Bool)] bool x)", new[] { "Change to [MarshalAs(UnmanagedType.I4)]" })]
    [InlineData("void Op([MarshalAs(UnmanagedType.I1)] bool x)", new[] { "Change to [MarshalAs(UnmanagedType.U1)]" })]
    [InlineData("void Op([MarshalAs(UnmanagedType.VariantBool)] bool x)", new string[0])]
    public async Task Offers_AreTheWidthsThatCanBeMeant(string signature, string[] titles)
    {
        (await FixVerifier.Offers<BooleanWidthFix>($"using System.Runtime.InteropServices; using NativeCallbacks; [NativeSignature] public delegate {signature};"))
            .Should().Equal(titles);
    }

    [Theory]
    [InlineData(AsByte, "U1")]
    [InlineData(AsInt, "I4")]
    public Task Parameter_GetsItsWidth(string title, string kind) => FixVerifier.Fixes<BooleanWidthFix>(
        "using NativeCallbacks;\n\n[NativeSignature]\npublic delegate void Op(int n,\n    bool x);",
        $"using System.Runtime.InteropServices;\nusing NativeCallbacks;\n\n[NativeSignature]\npublic delegate void Op(int n,\n    [MarshalAs(UnmanagedType.{kind})] bool x);",
        title);

    [Fact]
    public Task Result_GetsItsWidth_OnALineOfItsOwn() => FixVerifier.Fixes<BooleanWidthFix>(
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        public class Outer
        {
            /// <summary>Whether it is ready.</summary>
            [NativeSignature] // the only one
            public delegate bool IsReady(int x);
        }
        """,
        """
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        public class Outer
        {
            /// <summary>Whether it is ready.</summary>
            [NativeSignature] // the only one
            [return: MarshalAs(UnmanagedType.U1)]
            public delegate bool IsReady(int x);
        }
        """,
        AsByte);

    [Fact]
    public Task AttributeThatSaysBool_SaysItsWidth() => FixVerifier.Fixes<BooleanWidthFix>(
        "using System.Runtime.InteropServices; using NativeCallbacks; [NativeSignature] [return: MarshalAs(UnmanagedType.Bool)] public delegate bool Op();",
        "using System.Runtime.InteropServices; using NativeCallbacks; [NativeSignature] [return: MarshalAs(UnmanagedType.I4)] public delegate bool Op();");

    [Fact]
    public Task AllBooleans_GetOneWidthAtOnce() => FixVerifier.FixesAll<BooleanWidthFix>(
        ["using NativeCallbacks;\n[NativeSignature] public delegate bool Op(bool x, int y, bool z);\n"],
        ["using System.Runtime.InteropServices;\nusing NativeCallbacks;\n[NativeSignature] [return: MarshalAs(UnmanagedType.I4)] public delegate bool Op([MarshalAs(UnmanagedType.I4)] bool x, int y, [MarshalAs(UnmanagedType.I4)] bool z);\n"],
        AsInt);

    [Fact]
    public async Task DelegateOfAnotherAssembly_HasNoFix()
    {
        (await FixVerifier.Offers<BooleanWidthFix>("[assembly: NativeCallbacks.NativeSignature(typeof(System.Predicate<int>))]")).Should().BeEmpty();
    }
}
