namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>The numbers that all arguments are made of, in the order of <c>abi_kind</c>.</summary>
internal enum LeafKind
{
    I8, U8, I16, U16, I32, U32, I64, U64, F32, F64,
}

/// <summary>Some equal numbers of a type, one beside the other.</summary>
/// <param name="Path">The field, as C and C# name it: <c>a.b[2].c</c>; empty where the type itself is the number.</param>
/// <param name="Kind">The number.</param>
/// <param name="Count">How many; more than one only for a field that is an array.</param>
internal sealed record Leaf(string Path, LeafKind Kind, int Count);
