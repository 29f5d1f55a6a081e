using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>
/// Structs by value as parameters and results of handlers, between other arguments: of an odd size, in registers, in memory; generic
/// and packed ones. NativeCallbacks.AbiTests draws structs of every other size and layout.
/// </summary>
public unsafe class StructTests
{
    private static readonly Dictionary<string, Action> Cases = new()
    {
        ["bytes3"] = static () => ShouldMoveNoByte<Bytes3>("bytes3", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes16"] = static () => ShouldMoveNoByte<Bytes16>("bytes16", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["bytes24"] = static () => ShouldMoveNoByte<Bytes24>("bytes24", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["int_double"] = static () => ShouldMoveNoByte<IntDouble>("int_double", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["double_pair"] = static () => ShouldMoveNoByte<Pair<double>>("double_pair", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
        ["packed"] = static () => ShouldMoveNoByte<Packed>("packed", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback()),
    };

    private static readonly string[] GenericTypes = ["double_pair"], PackedTypes = ["packed"];

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
