using System;
using System.Runtime.InteropServices;
using static NativeCallbacks.Tests.Scalars.MachineInteger;

namespace NativeCallbacks.Tests.Scalars;

/// <summary>
/// Integers at their extremes: each call computes 2 * a - b, which wraps in the type of the result. NativeCallbacks.AbiTests draws
/// the other widths and signs.
/// </summary>
public class IntegerTests
{
    [Fact]
    public void Invoke_WithSByte_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<sbyte>(static (a, b) => Shim.Get<SByteOperation>("scalar_int8").Invoke(a, b));

    [Fact]
    public void Invoke_WithULong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<ulong>(static (a, b) => Shim.Get<ULongOperation>("scalar_uint64").Invoke(a, b));

    [Fact]
    public void Invoke_WithCLong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<CLong>(static (a, b) => Shim.Get<CLongOperation>("scalar_long").Invoke(a, b));

    private static void ShouldBeTwiceFirstMinusSecond<T>(Func<T, T, T> call)
        where T : unmanaged
    {
        var (least, greatest) = (Least<T>(), Greatest<T>());
        T[] values = [least, greatest, Wrap<T>(-1), Wrap<T>(0), Wrap<T>(1), Wrap<T>(0x5A), Wrap<T>(Value(greatest) / 3)];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                call(a, b).Should().Be(Wrap<T>((2 * Value(a)) - Value(b)), "a is {0} and b is {1}", a, b);
            }
        }
    }
}
