using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Structs by value as parameters and results of handlers, between other arguments.</summary>
public unsafe class StructTests
{
    private static readonly Dictionary<string, Action> Cases = new()
    {
        ["bytes1"] = static () => ShouldMoveNoByte<Bytes1>("bytes1", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes2"] = static () => ShouldMoveNoByte<Bytes2>("bytes2", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes3"] = static () => ShouldMoveNoByte<Bytes3>("bytes3", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes4"] = static () => ShouldMoveNoByte<Bytes4>("bytes4", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes5"] = static () => ShouldMoveNoByte<Bytes5>("bytes5", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes7"] = static () => ShouldMoveNoByte<Bytes7>("bytes7", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes8"] = static () => ShouldMoveNoByte<Bytes8>("bytes8", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes9"] = static () => ShouldMoveNoByte<Bytes9>("bytes9", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes12"] = static () => ShouldMoveNoByte<Bytes12>("bytes12", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes16"] = static () => ShouldMoveNoByte<Bytes16>("bytes16", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes17"] = static () => ShouldMoveNoByte<Bytes17>("bytes17", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes20"] = static () => ShouldMoveNoByte<Bytes20>("bytes20", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes24"] = static () => ShouldMoveNoByte<Bytes24>("bytes24", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes32"] = static () => ShouldMoveNoByte<Bytes32>("bytes32", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes40"] = static () => ShouldMoveNoByte<Bytes40>("bytes40", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes48"] = static () => ShouldMoveNoByte<Bytes48>("bytes48", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes64"] = static () => ShouldMoveNoByte<Bytes64>("bytes64", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["int_double"] = static () => ShouldMoveNoByte<IntDouble>("int_double", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["double_int"] = static () => ShouldMoveNoByte<DoubleInt>("double_int", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["int64_pair"] = static () => ShouldMoveNoByte<Pair<long>>("int64_pair", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["double_pair"] = static () => ShouldMoveNoByte<Pair<double>>("double_pair", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["double_quad"] = static () => ShouldMoveNoByte<DoubleQuad>("double_quad", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["vector2"] = static () => ShouldMoveNoByte<Vector2>("vector2", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["vector3"] = static () => ShouldMoveNoByte<Vector3>("vector3", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["vector4"] = static () => ShouldMoveNoByte<Vector4>("vector4", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["long_double_byte"] = static () => ShouldMoveNoByte<LongDoubleByte>("long_double_byte", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["nested_small"] = static () => ShouldMoveNoByte<NestedSmall>("nested_small", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["nested_large"] = static () => ShouldMoveNoByte<NestedLarge>("nested_large", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["packed"] = static () => ShouldMoveNoByte<Packed>("packed", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["overlay"] = static () => ShouldMoveNoByte<Overlay>("overlay", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["guid"] = static () => ShouldMoveNoByte<Guid>("guid", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["complex128"] = static () => ShouldMoveNoByte<Complex>("complex128", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
    };

    private static readonly string[] GenericTypes = ["int64_pair", "double_pair"], PackedTypes = ["packed"];

    public static TheoryData<string> OfGenericTypes => new(GenericTypes);

    public static TheoryData<string> OfPackedTypes => new(PackedTypes);

    public static TheoryData<string> OfAllOthers => new(Cases.Keys.Except(GenericTypes).Except(PackedTypes));

    [GenericPointerTheory]
    [MemberData(nameof(OfAllOthers))]
    public void Handler_OfAStruct_GetsAndGivesEachByte(string type) => Cases[type]();

    [GenericPointerTheory(Mono.NoGenericResults)]
    [MemberData(nameof(OfGenericTypes))]
    public void Handler_OfAGenericStruct_GetsAndGivesEachByte(string type) => Cases[type]();

    [GenericPointerTheory(Mono.PackedStructs)]
    [MemberData(nameof(OfPackedTypes))]
    public void Handler_OfAPackedStruct_GetsAndGivesEachByte(string type) => Cases[type]();

    /// <summary>C swaps the two structs and changes the arguments around them, see shim.h.</summary>
    private static void ShouldMoveNoByte<T>(
        string type, Func<Mix<T>, ManagedCallback<Mix<T>>> expose, Func<UserMix<T>, ManagedCallback<UserMix<T>>> exposeWithContext)
        where T : unmanaged
    {
        var (first, second, result) = (Filled<T>(3), Filled<T>(101), Filled<T>(197));
        var seen = "";

        using var plain = expose((head, one, between, other, tail) =>
        {
            seen = Describe(head, one, between, other, tail);
            return result;
        });
        var call = (delegate* unmanaged[Cdecl]<nint, sbyte, T, double, T, short, T>)Shim.Address($"upcall_mix_{type}");
        Text(call(plain.Callback.Address, -5, first, 0.25, second, -300)).Should().Be(Text(result));
        seen.Should().Be(Describe(-4, second, -0.25, first, -301));
        plain.Fault.Should().BeNull();

        seen = "";
        var context = default(nint);
        using var shared = exposeWithContext((user, head, one, between, other, tail) =>
        {
            seen = Describe(head, one, between, other, tail) + (user == context ? "" : " with another context");
            return result;
        });
        context = shared.UserData;
        using var neighbour = exposeWithContext((_, _, _, _, _, _) => throw new InvalidOperationException("This is another handler of the same address."));
        var callWithContext = (delegate* unmanaged[Cdecl]<nint, nint, sbyte, T, double, T, short, T>)Shim.Address($"upcall_user_mix_{type}");
        Text(callWithContext(shared.Callback.Address, shared.UserData, -5, first, 0.25, second, -300)).Should().Be(Text(result));
        seen.Should().Be(Describe(-4, second, -0.25, first, -301));
        shared.Fault.Should().BeNull();
        neighbour.Fault.Should().BeNull();
    }

    private static string Describe<T>(sbyte head, T first, double between, T second, short tail)
        where T : unmanaged => FormattableString.Invariant($"{head} {Text(first)} {between} {Text(second)} {tail}");

    /// <summary>Bytes that tell their place.</summary>
    private static T Filled<T>(int seed)
        where T : unmanaged => MemoryMarshal.Read<T>(Enumerable.Range(seed, sizeof(T)).Select(static value => (byte)value).ToArray());

    /// <summary>The bytes of an array of bytes; the fields of other types, because padding is not copied.</summary>
    private static string Text<T>(T value)
        where T : unmanaged => typeof(T).Name.StartsWith("Bytes", StringComparison.Ordinal)
            ? Convert.ToHexString(new ReadOnlySpan<byte>(&value, sizeof(T)))
            : FormattableString.Invariant($"{value}");
}
