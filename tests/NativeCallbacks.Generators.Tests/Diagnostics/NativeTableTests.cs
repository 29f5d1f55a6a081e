using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0047 and NCB0048: interfaces that cannot be a table, and members that cannot be its slots.</summary>
public class NativeTableTests
{
    [Theory]
    [InlineData("file interface [|NCB0047:IT|] { }", "'IT' is local to its file, and its generated struct is in another: remove 'file'")]
    [InlineData("internal interface [|NCB0047:IT|]<T> { }", "it is generic, but native tables are not: declare an interface for each type")]
    [InlineData("internal interface [|NCB0047:IT|] { } internal struct TTable { }", "there is already a type 'TTable', which is the name of the struct that reads the table: rename one of them")]
    [InlineData("internal class Outer { internal interface [|NCB0047:IT|] { } }", "'Outer' is not partial: declare the type partial")]
    public async Task Interface_ThatCannotBeATable_IsRejected(string type, string reason)
    {
        type = type.Contains("Outer", System.StringComparison.Ordinal) ? type.Replace("{ internal", "{ [NativeTable] internal") : "[NativeTable] " + type;
        (await Verifier.Message(type)).Should().EndWith($"cannot be a native table because {reason}");
    }

    [Theory]
    [InlineData("void [|NCB0048:F|]();", "it has no [Slot]: add [Slot(…)] with its position in the native table")]
    [InlineData("[Slot(-1)] void [|NCB0048:F|]();", "a table has no slot -1: use the zero-based position of the member in the C struct")]
    [InlineData("[Slot(5000)] void [|NCB0048:F|]();", "a table has no slot 5000: use the zero-based position of the member in the C struct")]
    [InlineData("[Slot(1)] int G { get; } [Slot(1)] void [|NCB0048:F|]();", "'G' already has slot 1: use the zero-based position of the member in the C struct")]
    [InlineData("[Slot(1)] object [|NCB0048:F|] { get; }", "'object' is a managed object: pass nint for a handle, or a struct for data")]
    [InlineData("[Slot(1, IsSize = true)] double [|NCB0048:F|] { get; }", "the size of a table is an integer: declare the integer of the C struct")]
    [InlineData("[Slot(1, IsSize = true)] int [|NCB0048:F|]();", "the size of a table is data: declare a property")]
    public async Task Member_ThatCannotBeASlot_IsRejectedWithoutOtherErrors(string member, string reason) =>
        (await Verifier.Message($$"""[NativeTable] internal interface IT { {{member}} }""", "internal static class Use { internal static object Read(nint x) => new TTable(x); }")).Should()
        .Be($"'F' cannot be a slot of a native table because {reason}");

    [Theory]
    [InlineData("[Slot(1)] int [|NCB0048:F|] { get; set; }", "a native table has only functions and read-only data: declare a method, or a property with only a getter")]
    [InlineData("[Slot(1)] void [|NCB0048:F|]<T>();", "it is generic, but native functions are not: declare a method for each type")]
    [InlineData("event System.Action [|NCB0048:F|];", "a native table has only functions and read-only data: declare a method, or a property with only a getter")]
    public async Task Member_ThatNoStructCanHave_IsRejected(string member, string reason) =>
        (await Verifier.Message($$"""[NativeTable] internal interface IT { {{member}} }""")).Should().Be($"'F' cannot be a slot of a native table because {reason}");

    [Fact]
    public async Task Data_OfAnObject_IsRejected() =>
        (await Verifier.Message("[NativeTable(TableKind.Object)] internal interface IT { [Slot(0)] int [|NCB0048:F|] { get; } }")).Should()
        .Be("'F' cannot be a slot of a native table because it is data, but the table of an object has only functions: declare a method, or remove TableKind.Object");

    [Fact]
    public async Task MemberOfTheReadersName_IsRejected() =>
        (await Verifier.Message("[NativeTable] internal interface IT { [Slot(0)] nint [|NCB0048:Address|] { get; } }", "")).Should()
        .Be("'Address' cannot be a slot of a native table because the struct that reads the table has a member of that name: rename it");

    [Fact]
    public Task Slot_OutsideATable_IsRejected() => Verifier.Reports("""
        internal interface IT { [Slot(0)] void [|NCB0048:F|](); }
        internal static class C { [Slot(0)] internal static int [|NCB0048:P|] => 1; }
        """);

    /// <summary>The rules of signatures are those of functions, and each finding is at its parameter.</summary>
    [Fact]
    public Task Function_WithWhatNoSignatureCanHave_IsRejectedWithoutOtherErrors() => Verifier.Reports("""
        [NativeTable]
        internal interface ITwo
        {
            [Slot(0)] double A(ReadOnlySpan<double> [|NCB0005:x|]);
            [Slot(1)] bool [|NCB0003:C|](char [|NCB0001:x|]);
            [Slot(2, CallingConvention = CallingConvention.ThisCall)] void [|NCB0009:G|](double x);
            [Slot(3)] void H(int [|NCB0018:x__|]);
        }
        """, "internal static class Use { internal static double Call(nint x) => new TwoTable(x).A(default) + (new TwoTable(x).C('x') ? 1 : 0); }");

    [Fact]
    public Task ThisCall_OfAnObject_HasTheObject() => Verifier.Accepts("""
        [NativeTable(TableKind.Object, CallingConvention = CallingConvention.ThisCall)]
        internal interface IT { [Slot(0)] void F(); [Slot(1)] double G(double x); }
        """);

    [Fact]
    public Task Project_WithoutUnsafeBlocks_IsToldOnceForEachTable() => Verifier.Reports("""
        [NativeTable]
        internal interface [|NCB0016:IT|]
        {
            [Slot(0)] double Cosine(double x);
            [Slot(1)] double Sine(double x);
        }
        """, "internal static class Use { internal static double Call(System.IntPtr x) => new TTable(x).Sine(1); }", Consumer.Net10 with { AllowsUnsafe = false });

    private const string Everything = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;
        namespace @event
        {
            internal static partial class Outer
            {
                /// <summary>Its own words.</summary>
                [NativeTable]
                internal interface @class
                {
                    [Slot(0, IsSize = true)] uint Size { get; }
                    [Slot(1)] int @int(int @class, ref int @ref);
                    [Slot(2)] int @int(long @class);
                    [Slot(4)] double Spans([Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n), 2)] Span<byte> y, int n);
                    [Slot(5)] [return: StatusCode] int Text(string text, in long number, out double result, int last = 3);
                    [Slot(6, CallingConvention = CallingConvention.StdCall)] NativeCallback<NativeCallbacks.Numerics.ScalarFunction> Find(NativeCallback<NativeCallbacks.Numerics.ScalarFunction> f);
                    [Slot(7)] NativeCallback<NativeCallbacks.Numerics.ScalarFunction> Data { get; }
                    [Slot(8)] unsafe int* Pointers(int* x, void** y);
                    [Slot(9)] bool HasFind([MarshalAs(UnmanagedType.U1)] bool x);
                }
            }

            [NativeTable(TableKind.Object)] internal interface IBase { [Slot(0)] void Release(); }
            [NativeTable(TableKind.Object)] internal interface IDerived : IBase { [Slot(1)] nint Query([UserData] nint data, Guid id); }
        }
        """;

    [Fact]
    public async Task EveryKindOfSlot_CompilesWithoutWarnings_InTheOldestAndTheNewestProject()
    {
        var source = Everything.Replace("[Slot(9)] bool", "[Slot(9)] [return: MarshalAs(UnmanagedType.U1)] bool", System.StringComparison.Ordinal);
        foreach (var consumer in new[] { Consumer.NetStandard, Consumer.Net8, Consumer.Net10 })
        {
            var text = await Verifier.EmitsWithoutWarnings(consumer, source);
            text.Should().Contain("struct @classTable : global::@event.Outer.@class").And.Contain("struct @DerivedObject").And.NotContain("public bool HasFind\n");
        }
    }

    private const string Implemented = """
        [NativeTable] internal interface IT { [Slot(0)] int F(int x); }
        [NativeTable(TableKind.Object)] internal interface IU { [Slot(0)] int F(int x); }
        internal sealed class Both : IT, IU { public int F(int x) => x; }

        """;

    [Fact]
    public async Task Owner_ThatNobodyDisposes_IsReported_AsThatOfACallbackIs()
    {
        await Verifier.Reports(Implemented, """
            internal static class Uses
            {
                public static nint Lost() => [|NCB0023:((IT)new Both()).ToNativeTable()|].Address;
                public static void Kept() { var [|NCB0024:owner|] = ((IU)new Both()).ToNativeObject(); _ = owner.Address; }
                public static void Disposed() { using var owner = ((IU)new Both()).ToNativeObject(); }
                public static void PassedOn(System.Action<nint, NativeCallback<DestroyNotify>> register)
                {
                    var owner = ((IT)new Both()).ToNativeTable();
                    register(owner.UserData, owner.DestroyNotify);
                }
            }
            """);
    }

    [Fact]
    public async Task Implementation_WhoseFaultWouldLookLikeSuccess_IsReported() =>
        (await Verifier.Message(
            "[NativeTable] internal interface IT { [Slot(0)] int F(out int x); [Slot(1)] [return: FaultResult(1)] int G(out int x); }",
            "internal static class Uses { public static void Expose(IT x) { using var owner = x.[|NCB0030:ToNativeTable|](); } }")).Should()
        .Be("When a handler of 'IT.F' throws, native code gets 0, which looks like success, although 'x' was not written: add [return: StatusCode] or [return: FaultResult(…)] to the method");

    [Theory]
    [InlineData("[Slot(0)] void F([UncheckedShape] Span<int> x);")]
    [InlineData("[Slot(0, SuppressGCTransition = true)] void F();")]
    public void Table_ThatCannotBeImplemented_IsOnlyRead(string member)
    {
        var text = Generation.Run(Consumer.Net10, $$"""using System; using NativeCallbacks; [NativeTable] internal interface IT { {{member}} }""").Text;

        text.Should().Contain("struct @TTable").And.NotContain("ToNativeTable");
    }

    [Fact]
    public Task FaultResult_OfASlot_HasToFit() => Verifier.Reports("""
        [NativeTable] internal interface IT { [Slot(0)] [return: [|NCB0021:FaultResult("x")|]] int F(); }
        """);

    [Fact]
    public async Task ImplementationOfAPrivateTable_IsExplained_AndReadingIsNot() => (await Verifier.Explains(
        "",
        """
        internal static partial class Uses
        {
            [NativeTable] private interface IP { [Slot(0)] int F(int x); }
            public static int Read(nint address) => new PTable(address).F(1);
            private static object Expose(IP x) => x.[|NCB0019:ToNativeTable|]();
        }
        """)).Should().Be("'Uses.IP' has no 'ToNativeTable' because 'Uses.IP' is not visible to the rest of the project: declare it, and the types around it, internal");

    [Theory]
    [InlineData("object", "ToNativeTable", "'object' has no 'ToNativeTable' because it does not implement an interface with [NativeTable]: add [NativeTable] to the interface that describes the table")]
    [InlineData("IU", "ToNativeTable", "'IU' has no 'ToNativeTable' because 'IU' is the table of an object: call ToNativeObject()")]
    [InlineData("IT", "ToNativeObject", "'IT' has no 'ToNativeObject' because 'IT' is not the table of an object: call ToNativeTable()")]
    [InlineData("Two", "ToNativeTable", "'Two' has no 'ToNativeTable' because it implements several tables, such as 'IT' and 'IW': cast it to the intended interface")]
    [InlineData("IV", "ToNativeTable", "'IV' has no 'ToNativeTable' because a handler could not know the length of 'x' (of 'F'): add a [Shape] to it")]
    public async Task MissingMember_IsExplained_BesideTheCompilersError(string type, string member, string message) =>
        (await Verifier.Explains(
            Implemented + """
                [NativeTable] internal interface IV { [Slot(0)] void F([UncheckedShape] Span<int> x); }
                [NativeTable] internal interface IW { [Slot(0)] int F(int x); }
                internal sealed class Two : IT, IW { public int F(int x) => x; }
                """,
            $$"""internal static class Uses { public static object Expose({{type}} x) => x.[|NCB0019:{{member}}|](); }""")).Should().Be(message);
}
