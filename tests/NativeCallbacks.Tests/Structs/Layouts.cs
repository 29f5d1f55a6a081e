using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Structs;

// The structs of shim.h, field by field.
[StructLayout(LayoutKind.Sequential)]
internal record struct IntDouble(int I, double D);

[StructLayout(LayoutKind.Sequential)]
internal record struct DoubleInt(double D, int I);

/// <summary>C: <c>int64_pair</c> of <see cref="long"/>, <c>double_pair</c> of <see cref="double"/>, <c>vector2</c> of <see cref="float"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Pair<T>(T First, T Second)
    where T : unmanaged;

[StructLayout(LayoutKind.Sequential)]
internal record struct LongDoubleByte(long A, double B, sbyte C);

[StructLayout(LayoutKind.Sequential)]
internal record struct NestedLarge(IntDouble Head, Pair<float> Middle, DoubleInt Tail);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal record struct Packed(byte Tag, uint Value);

[StructLayout(LayoutKind.Explicit)]
internal record struct Overlay
{
    [FieldOffset(0)]
    public long Bits;

    [FieldOffset(0)]
    public double Number;
}
