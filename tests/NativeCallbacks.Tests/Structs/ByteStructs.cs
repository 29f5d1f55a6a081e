using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.Structs;

// C: struct { uint8_t b[n]; }, with the sizes at which the calling convention changes its mind and the odd ones between.
[InlineArray(3)]
internal struct Bytes3
{
    private byte _first;
}

[InlineArray(16)]
internal struct Bytes16
{
    private byte _first;
}

[InlineArray(24)]
internal struct Bytes24
{
    private byte _first;
}
