using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>The structs of a batch in C#, and where the runtime put their fields.</summary>
internal static class CSharpTypes
{
    /// <summary>What every batch has.</summary>
    private static readonly string[] Common =
    [
        .. ScalarType.Enums.Select(static type => $"public enum {type.CSharp} : {type.CSharp.Replace("Enum_", "")} {{ A }}"),
        "public struct Twin<T> where T : unmanaged { public T a; public short b; public T c; }",
    ];

    /// <summary>What a target lacks.</summary>
    private static readonly string[] Substitutes =
    [
        "public struct CLong { public nint Value; }",
        "public struct CULong { public nuint Value; }",
        "public struct Vector2 { public float x, y; }",
        "public struct Vector3 { public float x, y, z; }",
        "public struct Vector4 { public float x, y, z, w; }",
    ];

    public static void Write(SourceWriter writer, TypeNames names, Target target)
    {
        foreach (var line in target.IsModern ? Common : Common.Concat(Substitutes))
        {
            writer.Line(line);
        }

        WriteStructs(writer, names, target);
        WriteLeaves(writer, names, target);
    }

    public static void WriteStructs(SourceWriter writer, TypeNames names, Target target)
    {
        foreach (var type in names.Structs.Where(static type => type.Form is StructForm.Sequential or StructForm.Overlay))
        {
            WriteStruct(writer, names, type, target);
        }
    }

    private static void WriteStruct(SourceWriter writer, TypeNames names, StructType type, Target target)
    {
        var name = names.CSharp(type);
        foreach (var field in type.Fields.Where(field => Form(type, field, target) == ArrayForm.InlineArray))
        {
            var element = FieldType(names, type, field, target);
            writer.Line(target.IsModern
                ? $"[InlineArray({field.Count})] public unsafe struct {name}_{field.Name} {{ public {element} first; }}"
                : $"public unsafe struct {name}_{field.Name} {{ {string.Concat(Enumerable.Range(0, field.Count).Select(index => $"public {element} e{index}; "))}}}");
        }

        writer.Line(type.Form == StructForm.Overlay
            ? "[StructLayout(LayoutKind.Explicit)]"
            : $"[StructLayout(LayoutKind.Sequential{(type.Pack == 0 ? "" : $", Pack = {type.Pack}")})]");
        writer.Open($"public unsafe struct {name}");
        foreach (var field in type.Fields)
        {
            var place = type.Form == StructForm.Overlay ? "[FieldOffset(0)] " : "";
            writer.Line(place + Form(type, field, target) switch
            {
                ArrayForm.FixedBuffer => $"public fixed {names.CSharp(field.Type)} {field.Name}[{field.Count}];",
                ArrayForm.InlineArray => $"public {name}_{field.Name} {field.Name};",
                _ => $"public {FieldType(names, type, field, target)} {field.Name};",
            });
        }

        writer.Close();
    }

    private static ArrayForm Form(StructType type, Field field, Target target) =>
        field.Form == ArrayForm.FixedBuffer && MonoRules.HasFixedBufferInRegisters(type, target) ? ArrayForm.InlineArray : field.Form;

    private static string FieldType(TypeNames names, StructType type, Field field, Target target) =>
        field.Type is ScalarType { Form: ScalarForm.Pointer } && MonoRules.HasPointerInElement(type, names, target) ? "nuint" : names.CSharp(field.Type);

    /// <summary>The tables: a field's place is the difference of two addresses, so the runtime tells it.</summary>
    private static void WriteLeaves(SourceWriter writer, TypeNames names, Target target)
    {
        writer.Open("internal static unsafe class Leaves");
        foreach (var kind in System.Enum.GetNames<LeafKind>())
        {
            writer.Line($"public static readonly Leaf[] {kind} = {{ new Leaf(0, Kind.{kind}, 1) }};");
        }

        foreach (var type in names.Structs)
        {
            var name = $"Struct{names.Index(type)}";
            writer.Line($"public static readonly Leaf[] {name} = Find{name}();");
            writer.Open($"private static Leaf[] Find{name}()");
            writer.Line($"var value = default({names.CSharp(type)});");
            writer.Line("var start = &value;");
            writer.Open("return new Leaf[]");
            foreach (var (address, leaf) in Addresses(names, type, target, "start").Zip(type.Leaves))
            {
                writer.Line($"new Leaf((byte*){address} - (byte*)start, Kind.{leaf.Kind}, {leaf.Count}),");
            }

            writer.Close("};");
            writer.Close();
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>The address of each number of a type, as an expression, where that of the type is one.</summary>
    private static IEnumerable<string> Addresses(TypeNames names, NativeType type, Target target, string pointer)
    {
        if (type is not StructType structure)
        {
            return [pointer];
        }

        // The framework's fields are private. Where they lie is known, and checked by the C.
        if (structure.Form == StructForm.Framework)
        {
            var offset = 0;
            return [.. structure.Fields.Select(field => $"((byte*){pointer} + {(offset += field.Size) - field.Size})")];
        }

        return (structure.Form == StructForm.Overlay ? structure.Fields.Take(1) : structure.Fields).SelectMany(field => (Form(structure, field, target), field.Type) switch
        {
            (ArrayForm.None, _) => Addresses(names, field.Type, target, $"(&{pointer}->{field.Name})"),
            (ArrayForm.FixedBuffer, _) => [$"{pointer}->{field.Name}"],
            (_, ScalarType) => [$"(&{pointer}->{field.Name})"],
            _ => Enumerable.Range(0, field.Count).SelectMany(index =>
                Addresses(names, field.Type, target, $"(({names.CSharp(field.Type)}*)&{pointer}->{field.Name} + {index})")),
        });
    }
}
