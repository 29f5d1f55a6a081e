using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>The types that are one step simpler than a type, the simplest first.</summary>
internal static class SimplerTypes
{
    public static IEnumerable<NativeType> Of(NativeType type) => type switch
    {
        StructType structure => OfStruct(structure).DistinctBy(static simpler => simpler.Definition),
        _ => type.Definition == ScalarType.Int.Definition ? [] : [ScalarType.Int],
    };

    private static IEnumerable<NativeType> OfStruct(StructType type)
    {
        yield return ScalarType.Int;
        foreach (var field in type.Fields)
        {
            yield return field.Type;
        }

        // The framework's and the generic one are what they are.
        if (type.Form is StructForm.Framework or StructForm.Twin)
        {
            yield return type with { Form = StructForm.Sequential, FrameworkName = "" };
            yield break;
        }

        if (type.Pack != 0)
        {
            yield return type with { Pack = 0 };
        }

        if (type.Form == StructForm.Overlay)
        {
            yield return type with { Form = StructForm.Sequential };
        }

        for (var index = 0; index < type.Fields.Length; index++)
        {
            if (type.Fields.Length > 1)
            {
                yield return type with { Fields = type.Fields.RemoveAt(index) };
            }

            foreach (var simpler in OfField(type.Fields[index]))
            {
                yield return type with { Fields = type.Fields.SetItem(index, simpler) };
            }
        }
    }

    private static IEnumerable<Field> OfField(Field field)
    {
        if (field.Form != ArrayForm.None)
        {
            yield return field with { Form = ArrayForm.None, Count = 1 };
            if (field.Count > 1)
            {
                yield return field with { Count = field.Count - 1 };
            }

            yield break;
        }

        foreach (var simpler in Of(field.Type))
        {
            yield return field with { Type = simpler };
        }
    }
}
