namespace NativeCallbacks.Tests.Structs;

// The structs of Structs/ByteStructs.cs, as a runtime without inline arrays can have them.
internal unsafe struct Bytes3
{
    public fixed byte Items[3];
}

internal unsafe struct Bytes16
{
    public fixed byte Items[16];
}

internal unsafe struct Bytes24
{
    public fixed byte Items[24];
}
