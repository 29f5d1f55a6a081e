using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<Quaternion>))]
[assembly: NativeSignature(typeof(Pick<Quaternion>))]
[assembly: NativeSignature(typeof(Reverse<Matrix3x2>))]
[assembly: NativeSignature(typeof(Reverse<Matrix4x4>))]

namespace NativeCallbacks.Tests.Structs;

/// <summary>Structs of the framework that show their fields to compilers, and so need no list to be known.</summary>
public class FrameworkStructTests
{
    [Fact]
    public void Invoke_WithQuaternions_MovesNoField()
    {
        var (first, second) = (new Quaternion(1.5f, -2, 3.25f, -4), new Quaternion(-8, 0.125f, 99, 1024));

        Shim.Get<Weigh<Quaternion>>("layout_weigh_vector4").Invoke(first).Should().Be(1.5 - 4 + 9.75 - 16);
        Shim.Get<Pick<Quaternion>>("layout_pick_vector4").Invoke(0, first, second).Should().Be(first);
        Shim.Get<Pick<Quaternion>>("layout_pick_vector4").Invoke(1, first, second).Should().Be(second);
    }

    [Fact]
    public void Invoke_WithMatrices_MovesNoByte()
    {
        var small = new Matrix3x2(1.5f, -2, 3.25f, -4, 5, -6);
        var large = new Matrix4x4(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16.5f);

        Bytes(Shim.Get<Reverse<Matrix3x2>>("struct_reverse_24").Invoke(small)).Should().Equal(Enumerable.Reverse(Bytes(small)));
        Bytes(Shim.Get<Reverse<Matrix4x4>>("struct_reverse_64").Invoke(large)).Should().Equal(Enumerable.Reverse(Bytes(large)));
    }

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes<T>([value]).ToArray();
}
