using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0001: types that have no counterpart in C, in each place where a type can stand.</summary>
public class UnsupportedTypeTests
{
    private const string Types = """

        public class Class { }
        public interface IInterface { }
        public ref struct RefStruct { public int X; }
        public struct Empty { }
        [StructLayout(LayoutKind.Auto)] public struct Auto { public int X; }
        """;

    [Theory]
    [InlineData("char", "is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("decimal", "C does not have: pass a double, or declare a struct with the native layout")]
    [InlineData("Half", "the runtime does not pass to native code: use ushort for its bits, or float")]
    [InlineData("Int128", "the runtime does not pass to native code: pass a pointer to it")]
    [InlineData("UInt128", "the runtime does not pass to native code: pass a pointer to it")]
    [InlineData("DateTime", "has a .NET-specific layout: pass a long, as ticks or as seconds since 1970")]
    [InlineData("DateTimeOffset", "has a .NET-specific layout: pass a long, as ticks or as seconds since 1970")]
    [InlineData("TimeSpan", "has a .NET-specific layout: pass a long, as ticks, or a double, as seconds")]
    [InlineData("int?", "has a .NET-specific layout: pass a pointer, or a separate flag")]
    [InlineData("System.Numerics.Vector<int>", "has a different width on each machine: use Vector2, Vector3 or Vector4, or pass a span")]
    [InlineData("System.Runtime.Intrinsics.Vector64<int>", "the runtime does not pass to native code: pass a pointer to it, or a span of its elements")]
    [InlineData("System.Runtime.Intrinsics.Vector128<int>", "the runtime does not pass to native code: pass a pointer to it, or a span of its elements")]
    [InlineData("System.Runtime.Intrinsics.Vector256<int>", "the runtime does not pass to native code: pass a pointer to it, or a span of its elements")]
    [InlineData("System.Runtime.Intrinsics.Vector512<int>", "the runtime does not pass to native code: pass a pointer to it, or a span of its elements")]
    [InlineData("Memory<int>", "native code cannot read: use Span<int> with [Shape]")]
    [InlineData("ReadOnlyMemory<int>", "native code cannot read: use ReadOnlySpan<int> with [Shape]")]
    [InlineData("ReadOnlyMemory<char>", "native code cannot read: use ReadOnlySpan<T> with [Shape], whose T is not 'char': use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("System.Text.StringBuilder", "native code cannot write to: use Span<byte> with [Shape]")]
    [InlineData("(int, double)", "has a layout that the runtime chooses: declare a struct with the same fields")]
    [InlineData("ValueTuple<int>", "has a layout that the runtime chooses: declare a struct with the same fields")]
    [InlineData("int[]", "native code cannot access: use Span<int> with [Shape]")]
    [InlineData("delegate*<int>", "only managed code can call: use NativeCallback<T>, or delegate* unmanaged")]
    [InlineData("Action<int>", "is a managed object: use NativeCallback<Action<int>>")]
    [InlineData("object", "is a managed object: pass nint for a handle, or a struct for data")]
    [InlineData("dynamic", "is a managed object: pass nint for a handle, or a struct for data")]
    [InlineData("Class", "is a managed object: pass nint for a handle, or a struct for data")]
    [InlineData("IInterface", "is a managed object: pass nint for a handle, or a struct for data")]
    [InlineData("RefStruct", "is a ref struct and can hold managed references: use a struct that is not a ref struct, or nint")]
    [InlineData("int[,]", "native code cannot access: use Span<int> with [Shape]")]
    [InlineData("string[]", "native code cannot access: use ReadOnlySpan<string> with [Shape]")]
    [InlineData("int[][]", "native code cannot access: use Span<nint> with [Shape], with an address for each element")]
    [InlineData("Class[]", "native code cannot access: use Span<nint> with [Shape], with an address for each element")]
    [InlineData("bool[]", "native code cannot access: use Span<T> with [Shape], whose T is not 'bool': use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("Empty", "has no fields, which C forbids: remove it, or declare the fields of the native struct")]
    [InlineData("Auto", "has a layout that the runtime chooses: add [StructLayout(LayoutKind.Sequential)]")]
    [InlineData("Index", "has a layout that is hidden from compilers: declare a struct with the same fields")]
    [InlineData("DateOnly", "has a layout that is hidden from compilers: declare a struct with the same fields")]
    public async Task Parameter_OfATypeWithoutCounterpart_IsRejected(string type, string reason)
    {
        var message = await Verifier.Message(
            $"[NativeSignature] public unsafe delegate void Op({type} [|NCB0001:x|]);" + Types,
            "static class Uses { static void Call(NativeCallback<Op> op) { op.ToDelegate(); op.AsPointer(); } }");
        message.Should().StartWith("'x' is '").And.EndWith(", which " + reason);
    }

    [Theory]
    [InlineData("ref bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("in bool", "has no fixed width in C: use byte (C's bool) or int (Win32's BOOL)")]
    [InlineData("ref string", "can only be a result, or a parameter by value or by 'out': use Utf8Pointer here")]
    [InlineData("ref Span<int>", "cannot pass its length here: use nint or a pointer")]
    [InlineData("ref readonly ReadOnlySpan<int>", "cannot pass its length here: use nint or a pointer")]
    [InlineData("ref int[]", "native code cannot access: use nint or a pointer")]
    [InlineData("out Memory<int>", "native code cannot read: use nint or a pointer")]
    [InlineData("out Class", "is a managed object: pass nint for a handle, or a struct for data")]
    public async Task Reference_ToATypeWithoutCounterpart_IsRejectedAsAReference(string type, string reason)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op({type} [|NCB0001:x|]);" + Types))
            .Should().Be($"'x' is '{type}', which {reason}");
    }

    [Theory]
    [InlineData("Span<nint>")]
    [InlineData("ReadOnlySpan<nint>")]
    [InlineData("Span<int>")]
    public Task WhatIsAdvisedInPlaceOfArrays_IsAccepted(string type) =>
        Verifier.Accepts($"[NativeSignature] public delegate void Op([Shape(3)] {type} x);");

    [Theory]
    [InlineData("[MarshalAs(UnmanagedType.U1)] ref bool")]
    [InlineData("[MarshalAs(UnmanagedType.LPArray)] int[]")]
    [InlineData("[UncheckedShape] int[]")]
    public Task Attribute_OfARejectedType_IsNoSecondFinding(string type) =>
        Verifier.Reports($"[NativeSignature] public delegate void Op({type} [|NCB0001:x|]);");

    [Theory]
    [InlineData("Span<char>", "char")]
    [InlineData("ReadOnlySpan<bool>", "bool")]
    [InlineData("Span<DateTime>", "DateTime")]
    [InlineData("Span<string>", "string")]
    public async Task Span_OfATypeWithoutCounterpart_NamesTheElement(string type, string element)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op([Shape(3)] {type} [|NCB0001:x|]);"))
            .Should().StartWith($"An element of 'x' is '{element}', which ");
    }

    [Theory]
    [InlineData("char", "'char', which is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("Span<int>", "'Span<int>', which cannot pass its length here: use nint or a pointer")]
    [InlineData("ReadOnlySpan<int>", "'ReadOnlySpan<int>', which cannot pass its length here: use nint or a pointer")]
    [InlineData("ref int", "'ref int', which has a target of unknown lifetime: use a pointer or nint")]
    [InlineData("ref readonly bool", "'ref bool', which has a target of unknown lifetime: use a pointer or nint")]
    [InlineData("int[]", "'int[]', which native code cannot access: use nint or a pointer")]
    public async Task Result_OfATypeWithoutCounterpart_IsRejectedAtTheDelegate(string type, string reason)
    {
        var message = await Verifier.Message(
            $"[NativeSignature] public delegate {type} [|NCB0001:Op|](int x);",
            "static class Uses { static void Call(NativeCallback<Op> op) { op.Invoke(1); op.ToDelegate(); op.AsPointer(); } }");
        message.Should().Be("The result is " + reason);
    }

    [Fact]
    public Task ErrorType_IsLeftToTheCompiler() => Verifier.Reports("""
        [NativeSignature] public delegate [|CS0246:Missing|] Op([|CS0246:Missing|] x, [Shape(3)] [|CS0246:Missing|] y, [UncheckedShape] Span<[|CS0246:Missing|]> z);
        """);

    [Theory]
    [InlineData("sbyte")]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    [InlineData("nint")]
    [InlineData("nuint")]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("ConsoleColor")]
    [InlineData("CLong")]
    [InlineData("CULong")]
    [InlineData("void*")]
    [InlineData("char*")]
    [InlineData("delegate* unmanaged[Cdecl]<int, int>")]
    [InlineData("Guid")]
    [InlineData("System.Numerics.Complex")]
    [InlineData("System.Numerics.Vector2")]
    [InlineData("System.Numerics.Vector3")]
    [InlineData("System.Numerics.Vector4")]
    [InlineData("System.Numerics.Quaternion")]
    [InlineData("NativeCallback<Action<string>>")]
    public Task Type_WithACounterpart_IsAccepted(string type) => Verifier.Accepts(
        $"[NativeSignature] public unsafe delegate {type} Op({type} x);",
        $"static unsafe class Uses {{ static {type} Call(NativeCallback<Op> op, {type} x) => op.AsPointer() == null ? op.ToDelegate()(x) : op.Invoke(x); }}");
}
