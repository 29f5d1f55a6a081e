using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using static NativeCallbacks.Tests.Scalars.MachineInteger;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>
/// Integers and floats at their extremes as parameters and results of handlers. NativeCallbacks.AbiTests draws the other widths and signs.
/// </summary>
public unsafe class ScalarTests
{
    private static readonly Dictionary<string, Action> Cases = new()
    {
        ["int8"] = static () => ShouldKeepTheValues<sbyte>("int8", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback(), sbyte.MinValue, sbyte.MaxValue, sbyte.MaxValue / 3, 0, 77),
        ["uint64"] = static () => ShouldKeepTheValues<ulong>("uint64", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback(), ulong.MinValue, ulong.MaxValue, ulong.MaxValue / 3, 0, 77),
        ["long"] = static () => ShouldKeepTheValues<CLong>("long", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback(), Least<CLong>(), Greatest<CLong>(), new CLong(-1), new CLong(0), new CLong(77)),
        ["double"] = static () => ShouldKeepTheValues<double>("double", static handler => handler.ToManagedCallback(), static handler => handler.ToManagedCallback(), double.NaN, double.NegativeInfinity, double.MaxValue, double.Epsilon, -0.0, 1.5),
    };

    public static TheoryData<string> Types => new(Cases.Keys);

    [GenericPointerTheory]
    [MemberData(nameof(Types))]
    public void Handler_OfAScalar_GetsAndGivesEachExtreme(string type) => Cases[type]();

    private static void ShouldKeepTheValues<T>(
        string type,
        Func<Operation<T>, ManagedCallback<Operation<T>>> expose,
        Func<UserOperation<T>, ManagedCallback<UserOperation<T>>> exposeWithContext,
        params T[] values)
        where T : unmanaged
    {
        var seen = "";
        var result = default(T);
        using var plain = expose((a, b) =>
        {
            seen = $"{Bits(a)} {Bits(b)}";
            return result;
        });
        using var shared = exposeWithContext((a, b, _) =>
        {
            seen = $"{Bits(a)} {Bits(b)} with context";
            return result;
        });
        using var neighbour = exposeWithContext((_, _, _) => throw new InvalidOperationException("This is another handler of the same address."));
        var call = (delegate* unmanaged[Cdecl]<nint, T, T, T>)Shim.Address($"upcall_{type}");
        var callWithContext = (delegate* unmanaged[Cdecl]<nint, T, T, nint, T>)Shim.Address($"upcall_user_{type}");

        for (var i = 0; i < values.Length; i++)
        {
            var (a, b) = (values[i], values[(i + 1) % values.Length]);
            result = values[(i + 2) % values.Length];

            Bits(call(plain.Callback.Address, a, b)).Should().Be(Bits(result));
            seen.Should().Be($"{Bits(a)} {Bits(b)}");

            Bits(callWithContext(shared.Callback.Address, a, b, shared.UserData)).Should().Be(Bits(result));
            seen.Should().Be($"{Bits(a)} {Bits(b)} with context");
        }

        plain.Fault.Should().BeNull();
        shared.Fault.Should().BeNull();
        neighbour.Fault.Should().BeNull();
    }

    private static string Bits<T>(T value)
        where T : unmanaged => Convert.ToHexString(new ReadOnlySpan<byte>(&value, sizeof(T)));
}
