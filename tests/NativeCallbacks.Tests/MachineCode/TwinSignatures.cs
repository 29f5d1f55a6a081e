using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// Its integers, the address and the thread fit into the five preserved registers. With more, one value lives in the
/// frame in either twin, but not the same one, and the null check then costs a load.
/// </summary>
[NativeSignature]
internal delegate double Mixed8(int a1, double a2, long a3, float a4, double a5, sbyte a6, float a7, double a8);

/// <summary>A numeric leaf that never calls back: its calls ask for no faults.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate double LeafFunction(double x);

/// <summary>Functions that are called by name.</summary>
[NativeApi("ncbshim")]
internal static partial class TwinApi
{
    [Symbol("twin_half")]
    public static partial double Half(double x);

    [Symbol("twin_half", ThrowsFaults = false)]
    public static partial double Leaf(double x);
}

[NativeSignature]
internal delegate double WeighPair(Pair<double> pair);

[NativeSignature]
internal delegate double WeighLongDoubleByte(LongDoubleByte value);

/// <summary>C: <c>double (*)(double, void *)</c>. All handlers share an address.</summary>
[NativeSignature]
internal delegate double HalveWithContext(double x, [UserData] nint user);

/// <summary>C: <c>double (*)(double, void *)</c>. Each handler has an address of its own.</summary>
[NativeSignature]
internal delegate double HalveWithoutContext(double x, nint user);
