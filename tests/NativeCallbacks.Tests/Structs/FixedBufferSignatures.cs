using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<FixedDoubles4>))]
[assembly: NativeSignature(typeof(Reverse<FixedBytes24>))]

namespace NativeCallbacks.Tests.Structs;

internal unsafe struct FixedDoubles4
{
    public fixed double Items[4];
}

internal unsafe struct FixedBytes24
{
    public fixed byte Items[24];
}
