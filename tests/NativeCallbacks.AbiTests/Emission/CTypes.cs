using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>The structs of a batch in C, and where the compiler put their fields.</summary>
internal static class CTypes
{
    public static void Write(SourceWriter writer, TypeNames names, Batch batch, Sabotage? sabotage)
    {
        foreach (var type in names.Structs)
        {
            if (type.Form != StructForm.Framework)
            {
                WriteStruct(writer, names, type, sabotage?.Reverses(type, batch) == true);
            }

            var leaves = type.Leaves.Select(leaf => $"{{ offsetof({names.C(type)}, {leaf.Path}), ABI_{leaf.Kind}, {leaf.Count} }}");
            writer.Line($"static const abi_leaf leaves_{names.Index(type)}[] = {{ {string.Join(", ", leaves)} }};");
        }

        writer.Line();
    }

    private static void WriteStruct(SourceWriter writer, TypeNames names, StructType type, bool isReversed)
    {
        if (type.Pack != 0)
        {
            writer.Line($"#pragma pack(push, {type.Pack})");
        }

        IEnumerable<Field> fields = isReversed ? type.Fields.Reverse() : type.Fields;
        var declarations = fields.Select(field => $"{names.C(field.Type)} {field.Name}{(field.Form == ArrayForm.None ? "" : $"[{field.Count}]")};");
        writer.Line($"typedef {(type.Form == StructForm.Overlay ? "union" : "struct")} {{ {string.Join(" ", declarations)} }} {names.C(type)};");
        if (type.Pack != 0)
        {
            writer.Line("#pragma pack(pop)");
        }
    }
}
