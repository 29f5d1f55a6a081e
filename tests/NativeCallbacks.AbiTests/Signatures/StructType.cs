using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>How a struct is declared.</summary>
internal enum StructForm
{
    /// <summary>One field after the other.</summary>
    Sequential,

    /// <summary>Two fields in one place, a union; the second is not larger, and only the first is set.</summary>
    Overlay,

    /// <summary>A generic struct: <c>Twin&lt;T&gt;</c>, which has a <c>T</c>, a <c>short</c> and another <c>T</c>.</summary>
    Twin,

    /// <summary>A struct of the framework.</summary>
    Framework,
}

/// <summary>How a field that is an array is declared in C#.</summary>
internal enum ArrayForm
{
    /// <summary>It is none.</summary>
    None,

    /// <summary><c>fixed int a[3]</c>.</summary>
    FixedBuffer,

    /// <summary>A struct with <c>[InlineArray(3)]</c>.</summary>
    InlineArray,
}

/// <summary>A field.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, of one element where it is an array.</param>
/// <param name="Form">Whether it is an array.</param>
/// <param name="Count">How many elements; one where it is none.</param>
internal sealed record Field(string Name, NativeType Type, ArrayForm Form = ArrayForm.None, int Count = 1)
{
    public int Size => Type.Size * Count;
}

/// <summary>A struct. Two with one <see cref="NativeType.Definition"/> are declared once.</summary>
/// <param name="Form">How it is declared.</param>
/// <param name="Fields">The fields, in order.</param>
/// <param name="Pack">The most that fields are aligned to; zero for their own alignment.</param>
/// <param name="FrameworkName">Of a struct of the framework, its name.</param>
internal sealed record StructType(StructForm Form, ImmutableArray<Field> Fields, int Pack = 0, string FrameworkName = "") : NativeType
{
    public static readonly ImmutableArray<StructType> Framework =
    [
        OfFramework("Complex", LeafKind.F64, "re", "im"),
        OfFramework("Vector2", LeafKind.F32, "x", "y"),
        OfFramework("Vector3", LeafKind.F32, "x", "y", "z"),
        OfFramework("Vector4", LeafKind.F32, "x", "y", "z", "w"),
        new(
            StructForm.Framework,
            [
                new("a", Integer("uint")),
                new("b", Integer("ushort")),
                new("c", Integer("ushort")),
                new("d", Integer("byte"), ArrayForm.FixedBuffer, 8),
            ],
            FrameworkName: "Guid"),
    ];

    public override string Definition =>
        $"{Form} {Pack} {FrameworkName} {{ {string.Concat(Fields.Select(static item => $"{item.Type.Definition} {item.Name}[{item.Form} {item.Count}]; "))}}}";

    public override int Size => RoundUp(Form == StructForm.Overlay ? Fields.Max(static item => item.Size) : End(Fields), Alignment);

    public override int Alignment => Fields.Max(FieldAlignment);

    public override ImmutableArray<Leaf> Leaves => [.. (Form == StructForm.Overlay ? Fields.Take(1) : Fields).SelectMany(FieldLeaves)];

    public override bool HoldsCallback => Fields.Any(static item => item.Type.HoldsCallback);

    /// <summary>Whether a struct of such fields, one after the other, is not larger.</summary>
    public static bool Fits(ImmutableArray<Field> fields, int pack, int size) =>
        new StructType(StructForm.Sequential, fields, pack).Size <= size;

    /// <summary>Whether a number lies where its own alignment would not put it, if the struct lies at that place.</summary>
    public bool HasUnalignedNumber(int place = 0)
    {
        var offset = 0;
        foreach (var field in Fields)
        {
            offset = RoundUp(offset, FieldAlignment(field));
            for (var index = 0; index < field.Count; index++)
            {
                var at = place + offset + (index * field.Type.Size);
                if (field.Type is StructType inner ? inner.HasUnalignedNumber(at) : at % field.Type.Alignment != 0)
                {
                    return true;
                }
            }

            offset += Form == StructForm.Overlay ? 0 : field.Size;
        }

        return false;
    }

    private int End(IEnumerable<Field> fields) =>
        fields.Aggregate(0, (end, field) => RoundUp(end, FieldAlignment(field)) + field.Size);

    private int FieldAlignment(Field field) => Pack == 0 ? field.Type.Alignment : Math.Min(Pack, field.Type.Alignment);

    private static int RoundUp(int size, int alignment) => (size + alignment - 1) / alignment * alignment;

    private static IEnumerable<Leaf> FieldLeaves(Field field)
    {
        if (field.Type is ScalarType scalar)
        {
            return [new Leaf(field.Name, scalar.Kind, field.Count)];
        }

        return Enumerable.Range(0, field.Count).SelectMany(index => field.Type.Leaves.Select(leaf =>
            leaf with { Path = $"{field.Name}{(field.Form == ArrayForm.None ? "" : $"[{index}]")}.{leaf.Path}" }));
    }

    private static StructType OfFramework(string name, LeafKind kind, params string[] fields)
    {
        var type = ScalarType.Floats.First(scalar => scalar.Kind == kind);
        return new(StructForm.Framework, [.. fields.Select(field => new Field(field, type))], FrameworkName: name);
    }

    private static ScalarType Integer(string name) => ScalarType.Integers.First(scalar => scalar.CSharp == name);
}
