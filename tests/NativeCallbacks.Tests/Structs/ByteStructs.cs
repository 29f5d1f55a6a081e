using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Structs;

// C: struct { uint8_t b[n]; }, with the sizes at which the calling convention changes its mind and the odd ones between.
[InlineArray(1)]
internal struct Bytes1
{
    private byte _first;
}

[InlineArray(2)]
internal struct Bytes2
{
    private byte _first;
}

[InlineArray(3)]
internal struct Bytes3
{
    private byte _first;
}

[InlineArray(4)]
internal struct Bytes4
{
    private byte _first;
}

[InlineArray(5)]
internal struct Bytes5
{
    private byte _first;
}

[InlineArray(7)]
internal struct Bytes7
{
    private byte _first;
}

[InlineArray(8)]
internal struct Bytes8
{
    private byte _first;
}

[InlineArray(9)]
internal struct Bytes9
{
    private byte _first;
}

[InlineArray(12)]
internal struct Bytes12
{
    private byte _first;
}

[InlineArray(16)]
internal struct Bytes16
{
    private byte _first;
}

[InlineArray(17)]
internal struct Bytes17
{
    private byte _first;
}

[InlineArray(20)]
internal struct Bytes20
{
    private byte _first;
}

[InlineArray(24)]
internal struct Bytes24
{
    private byte _first;
}

[InlineArray(32)]
internal struct Bytes32
{
    private byte _first;
}

[InlineArray(40)]
internal struct Bytes40
{
    private byte _first;
}

[InlineArray(48)]
internal struct Bytes48
{
    private byte _first;
}

[InlineArray(64)]
internal struct Bytes64
{
    private byte _first;
}
