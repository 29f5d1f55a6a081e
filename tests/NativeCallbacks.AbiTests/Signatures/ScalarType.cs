using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>What a scalar is, beside a number.</summary>
internal enum ScalarForm
{
    /// <summary>An integer, which can be a dimension or a status.</summary>
    Integer,

    /// <summary>A <c>float</c> or <c>double</c>.</summary>
    Float,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A <c>CLong</c> or <c>CULong</c>.</summary>
    Long,

    /// <summary>A pointer, that nobody follows.</summary>
    Pointer,

    /// <summary>A <c>NativeCallback&lt;T&gt;</c> as data, that nobody calls.</summary>
    Callback,
}

/// <summary>A type that is one number.</summary>
/// <param name="CSharp">Its name in C#.</param>
/// <param name="C">Its name in C.</param>
/// <param name="Kind">The number.</param>
/// <param name="Form">What it is.</param>
internal sealed record ScalarType(string CSharp, string C, LeafKind Kind, ScalarForm Form) : NativeType
{
    public static readonly ImmutableArray<ScalarType> Integers =
    [
        new("sbyte", "int8_t", LeafKind.I8, ScalarForm.Integer),
        new("byte", "uint8_t", LeafKind.U8, ScalarForm.Integer),
        new("short", "int16_t", LeafKind.I16, ScalarForm.Integer),
        new("ushort", "uint16_t", LeafKind.U16, ScalarForm.Integer),
        new("int", "int32_t", LeafKind.I32, ScalarForm.Integer),
        new("uint", "uint32_t", LeafKind.U32, ScalarForm.Integer),
        new("long", "int64_t", LeafKind.I64, ScalarForm.Integer),
        new("ulong", "uint64_t", LeafKind.U64, ScalarForm.Integer),
        new("nint", "intptr_t", LeafKind.I64, ScalarForm.Integer),
        new("nuint", "size_t", LeafKind.U64, ScalarForm.Integer),
    ];

    public static readonly ImmutableArray<ScalarType> Floats =
    [
        new("float", "float", LeafKind.F32, ScalarForm.Float),
        new("double", "double", LeafKind.F64, ScalarForm.Float),
    ];

    /// <summary>The enums, by the integer behind them. C has names for two of them only.</summary>
    public static readonly ImmutableArray<ScalarType> Enums =
    [
        .. Integers.Take(8).Select(static integer => integer with
        {
            CSharp = "Enum_" + integer.CSharp,
            C = integer.CSharp is "int" or "uint" ? "enum_" + integer.CSharp : integer.C,
            Form = ScalarForm.Enum,
        }),
    ];

    public static ScalarType Int { get; } = Integers[4];

    public bool IsSigned => Kind is LeafKind.I8 or LeafKind.I16 or LeafKind.I32 or LeafKind.I64;

    /// <summary>What is neither an integer nor a float, with the kinds of C's <c>long</c> and <c>unsigned long</c>.</summary>
    public static ImmutableArray<ScalarType> OthersWith(LeafKind signedLong, LeafKind unsignedLong) =>
    [
        new("CLong", "long", signedLong, ScalarForm.Long),
        new("CULong", "unsigned long", unsignedLong, ScalarForm.Long),
        new("void*", "void *", LeafKind.U64, ScalarForm.Pointer),
        new("double**", "double **", LeafKind.U64, ScalarForm.Pointer),
        new("NativeCallback<System.Action>", "abi_function", LeafKind.U64, ScalarForm.Callback),
    ];

    /// <summary>Whether both sides can widen it to 64 bits.</summary>
    public bool IsInteger => Form is ScalarForm.Integer or ScalarForm.Enum;

    /// <summary>Whether it is a pointer, or an integer that no platform has wider than one.</summary>
    public bool FitsAPointer => Form is not (ScalarForm.Float or ScalarForm.Long) && C is not ("int64_t" or "uint64_t");

    public override string Definition => CSharp;

    public override int Size => Kind switch
    {
        LeafKind.I8 or LeafKind.U8 => 1,
        LeafKind.I16 or LeafKind.U16 => 2,
        LeafKind.I32 or LeafKind.U32 or LeafKind.F32 => 4,
        _ => 8,
    };

    public override int Alignment => Size;

    public override ImmutableArray<Leaf> Leaves => [new Leaf("", Kind, 1)];

    public override bool HoldsCallback => Form == ScalarForm.Callback;
}
