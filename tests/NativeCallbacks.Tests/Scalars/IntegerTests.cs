using System;
using System.Runtime.InteropServices;
using static NativeCallbacks.Tests.Scalars.MachineInteger;

namespace NativeCallbacks.Tests.Scalars;

/// <summary>Integers of every width and sign: each call computes 2 * a - b, which wraps in the type of the result.</summary>
public class IntegerTests
{
    [Fact]
    public void Invoke_WithSByte_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<sbyte>(static (a, b) => Shim.Get<SByteOperation>("scalar_int8").Invoke(a, b));

    [Fact]
    public void Invoke_WithByte_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<byte>(static (a, b) => Shim.Get<ByteOperation>("scalar_uint8").Invoke(a, b));

    [Fact]
    public void Invoke_WithShort_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<short>(static (a, b) => Shim.Get<ShortOperation>("scalar_int16").Invoke(a, b));

    [Fact]
    public void Invoke_WithUShort_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<ushort>(static (a, b) => Shim.Get<UShortOperation>("scalar_uint16").Invoke(a, b));

    [Fact]
    public void Invoke_WithInt_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<int>(static (a, b) => Shim.Get<IntOperation>("scalar_int32").Invoke(a, b));

    [Fact]
    public void Invoke_WithUInt_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<uint>(static (a, b) => Shim.Get<UIntOperation>("scalar_uint32").Invoke(a, b));

    [Fact]
    public void Invoke_WithLong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<long>(static (a, b) => Shim.Get<LongOperation>("scalar_int64").Invoke(a, b));

    [Fact]
    public void Invoke_WithULong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<ulong>(static (a, b) => Shim.Get<ULongOperation>("scalar_uint64").Invoke(a, b));

    [Fact]
    public void Invoke_WithNInt_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<nint>(static (a, b) => Shim.Get<NIntOperation>("scalar_intptr").Invoke(a, b));

    [Fact]
    public void Invoke_WithNUInt_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<nuint>(static (a, b) => Shim.Get<NUIntOperation>("scalar_uintptr").Invoke(a, b));

    [Fact]
    public void Invoke_WithNUIntForASize_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<nuint>(static (a, b) => Shim.Get<NUIntOperation>("scalar_size").Invoke(a, b));

    [Fact]
    public void Invoke_WithCLong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<nint>(static (a, b) =>
            Shim.Get<CLongOperation>("scalar_long").Invoke(new CLong(a), new CLong(b)).Value);

    [Fact]
    public void Invoke_WithCULong_WrapsAsCDoes() =>
        ShouldBeTwiceFirstMinusSecond<nuint>(static (a, b) =>
            Shim.Get<CULongOperation>("scalar_ulong").Invoke(new CULong(a), new CULong(b)).Value);

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
