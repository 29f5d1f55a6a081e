namespace NativeCallbacks.Tests.Structs;

// The structs of Structs/ByteStructs.cs, as a runtime without inline arrays can have them.
internal unsafe struct Bytes1
{
    public fixed byte Items[1];
}

internal unsafe struct Bytes2
{
    public fixed byte Items[2];
}

internal unsafe struct Bytes3
{
    public fixed byte Items[3];
}

internal unsafe struct Bytes4
{
    public fixed byte Items[4];
}

internal unsafe struct Bytes5
{
    public fixed byte Items[5];
}

internal unsafe struct Bytes7
{
    public fixed byte Items[7];
}

internal unsafe struct Bytes8
{
    public fixed byte Items[8];
}

internal unsafe struct Bytes9
{
    public fixed byte Items[9];
}

internal unsafe struct Bytes12
{
    public fixed byte Items[12];
}

internal unsafe struct Bytes16
{
    public fixed byte Items[16];
}

internal unsafe struct Bytes17
{
    public fixed byte Items[17];
}

internal unsafe struct Bytes20
{
    public fixed byte Items[20];
}

internal unsafe struct Bytes24
{
    public fixed byte Items[24];
}

internal unsafe struct Bytes32
{
    public fixed byte Items[32];
}

internal unsafe struct Bytes40
{
    public fixed byte Items[40];
}

internal unsafe struct Bytes48
{
    public fixed byte Items[48];
}

internal unsafe struct Bytes64
{
    public fixed byte Items[64];
}
