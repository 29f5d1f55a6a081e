using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0002: structs whose fields, all the way down, are not the same bytes on both sides.</summary>
public class StructTests
{
    [Theory]
    [InlineData("public bool Flag;", "Flag", "bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("public int X; public char Letter;", "Letter", "char", "is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("public string Text;", "Text", "string", "can only be a result, or a parameter by value or by 'out': use Utf8Pointer here")]
    [InlineData("public bool Flag { get; set; }", "Flag", "bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("public fixed char Letters[4];", "Letters", "char", "is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("public fixed bool Flags[4];", "Flags", "bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("public Inner<Inner<bool>> Inner;", "Inner.Value.Value", "bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("public Row Row;", "Row.First", "bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("public Union Union;", "Union.Letter", "char", "is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("public Auto Auto;", "Auto", "Auto", "has a layout that the runtime chooses: add [StructLayout(LayoutKind.Sequential)]")]
    [InlineData("public Index Index;", "Index", "Index", "has a layout that is hidden from compilers: declare a struct with the same fields")]
    [InlineData("public int[] Items;", "Items", "int[]", "native code cannot access: use nint or a pointer")]
    public async Task Field_WithoutCounterpart_IsNamedByItsPath(string fields, string path, string type, string reason)
    {
        var message = await Verifier.Message(
            $$"""
            [NativeSignature] public delegate void Op(in S [|NCB0002:x|]);
            public unsafe struct S { {{fields}} }
            public struct Inner<T> { public T Value; }
            [System.Runtime.CompilerServices.InlineArray(3)] public struct Row { public bool First; }
            [StructLayout(LayoutKind.Explicit)] public struct Union { [FieldOffset(0)] public int Number; [FieldOffset(0)] public char Letter; }
            [StructLayout(LayoutKind.Auto)] public struct Auto { public int X; }
            """,
            "static class Uses { static void Call(NativeCallback<Op> op, S x) { op.Invoke(x); op.ToDelegate(); op.AsPointer(); } }");
        message.Should().Be($"'x' is the struct 'in S', whose field '{path}' is '{type}', which {reason}");
    }

    [Fact]
    public async Task Event_OfAStruct_IsAManagedObjectInIt()
    {
        var message = await Verifier.Message("""
            #pragma warning disable CS0067
            [NativeSignature] public delegate void Op(S [|NCB0001:x|]);
            public struct S { public int X; public event Action E; }
            """);
        message.Should().Be("'x' is 'S', which contains a managed object: pass nint for a handle, or a struct for data");
    }

    [Fact]
    public Task Event_WithoutAField_IsAccepted() => Verifier.Accepts("""
        [NativeSignature] public delegate void Op(S x);
        public struct S { public int X; public event Action E { add { } remove { } } }
        """);

    [Fact]
    public async Task CapturedParameter_OfAStruct_IsAFieldOfIt()
    {
        var message = await Verifier.Message("""
            [NativeSignature] public delegate void Op(S [|NCB0002:x|]);
            public struct S(bool flag) { public int X = 1; public bool Flag => flag; }
            """);
        message.Should().Contain("'bool'");
    }

    [Fact]
    public async Task Struct_InASpanAndAsResult_IsNamedAsSuch()
    {
        const string Struct = "public struct S { public bool Flag; }";
        (await Verifier.Message("[NativeSignature] public delegate void Op([Shape(2)] Span<S> [|NCB0002:x|]);" + Struct))
            .Should().StartWith("An element of 'x' is the struct 'S', whose field 'Flag' is 'bool', which ");
        (await Verifier.Message("[NativeSignature] public delegate S [|NCB0002:Op|]();" + Struct))
            .Should().StartWith("The result is the struct 'S', whose field 'Flag' is 'bool', which ");
    }

    [Theory]
    [InlineData("public struct S { public S [|CS0523:Self|]; }")]
    [InlineData("public struct S { public S [|CS0523:A|]; public S B; }")]
    [InlineData("public struct S { public Outer<S> [|CS0523:Outer|]; } public struct Outer<T> { public T Value; }")]
    public async Task Struct_ThatHoldsItself_IsRejectedWithoutEnd(string structure)
    {
        var diagnostics = await Verifier.Reports("[NativeSignature(SuppressGCTransition = true)] public delegate void Op(S [|NCB0002:x|]);" + structure);
        diagnostics.Should().Contain(static diagnostic => diagnostic.Id == "NCB0002"
            && diagnostic.GetMessage(null).EndsWith("which contains itself: use a pointer for one of them", System.StringComparison.Ordinal));
    }

    [Fact]
    public Task GenericStruct_ThatGrowsWithoutEnd_IsRejected() => Verifier.Reports("""
        [NativeSignature(SuppressGCTransition = true)] public delegate void Op(S<int> [|NCB0002:x|]);
        public struct S<T> { public S<S<T>> [|CS0523:A|]; public S<S<T>> B; }
        """);

    [Fact]
    public async Task Struct_OfAnotherAssembly_IsLookedInto()
    {
        var consumer = Consumer.Net10.Referencing("Library", """
            using System.Runtime.InteropServices;
            [StructLayout(LayoutKind.Auto)] public struct Auto { public int X; }
            public struct Flag { private bool value; public Flag(bool value) { this.value = value; } public bool Value { get { return value; } } }
            public unsafe struct Letters { public fixed char Text[4]; }
            public struct Good { private int x; public Good(int x) { this.x = x; } public int X { get { return x; } } }
            public unsafe struct GoodBuffer { public fixed byte Text[4]; }
            """);
        await Verifier.Reports("[NativeSignature] public delegate void Op(Auto [|NCB0001:x|]);", consumer: consumer);
        await Verifier.Reports("[NativeSignature] public delegate void Op(Flag [|NCB0002:x|]);", consumer: consumer);
        await Verifier.Reports("[NativeSignature] public delegate void Op(Letters [|NCB0002:x|]);", consumer: consumer);
        await Verifier.Accepts("[NativeSignature] public delegate Good Op(Good x, in GoodBuffer y);", consumer: consumer);
    }

    [Fact]
    public Task Struct_OfGoodFields_IsAccepted() => Verifier.Accepts("""
        [NativeSignature] public delegate S Op(S x, in S y, ref S z, out S w, [Shape(3)] Span<S> list);
        public unsafe struct S
        {
            public static bool Ignored;
            public int X { get; set; }
            public fixed byte Text[16];
            public Inner<Inner<float>> Inner;
            public Row Row;
            public Union Union;
            public NativeCallback<Action<string>> Callback;
            public delegate* unmanaged<void> Function;
            public Guid Guid;
            public char* Pointer;
        }
        public struct Inner<T> { public T Value; }
        [System.Runtime.CompilerServices.InlineArray(3)] public struct Row { public int First; }
        [StructLayout(LayoutKind.Explicit)] public struct Union { [FieldOffset(0)] public int Number; [FieldOffset(0)] public float Real; }
        """);
}
