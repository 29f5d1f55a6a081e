using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>The structs of a batch, each under one name.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<StructType> _structs = [];
    private readonly HashSet<string> _elements = [];

    public TypeNames(Batch batch)
    {
        foreach (var signature in batch.All)
        {
            var result = signature.Result is ValueResult value ? value.Type : null;
            foreach (var type in signature.Parameters.Select(static parameter => parameter.Type).Append(result))
            {
                Add(type);
            }

            foreach (var shaped in signature.Parameters.OfType<ShapedParameter>())
            {
                AddElement(shaped.Element);
            }
        }
    }

    /// <summary>The structs, each after those that it holds.</summary>
    public IReadOnlyList<StructType> Structs => _structs;

    /// <summary>Whether a span or a tensor has such elements, or elements that hold it.</summary>
    public bool IsElement(StructType type) => _elements.Contains(type.Definition);

    public int Index(StructType type) => _indexes[type.Definition];

    /// <summary>The type in C.</summary>
    public string C(NativeType type) => type switch
    {
        ScalarType scalar => scalar.C,
        StructType { Form: StructForm.Framework } framework => "abi_" + framework.FrameworkName.ToLowerInvariant(),
        _ => $"struct_{Index((StructType)type)}",
    };

    /// <summary>The arguments that tell <c>abi_fill</c> and <c>abi_check</c> what the type is made of.</summary>
    public string CLeaves(NativeType type) =>
        type is StructType structure ? $"ABI_LEAVES(leaves_{Index(structure)})" : $"ABI_NUMBER(ABI_{((ScalarType)type).Kind})";

    /// <summary>The type in C#.</summary>
    public string CSharp(NativeType type) => type switch
    {
        ScalarType scalar => scalar.CSharp,
        StructType { Form: StructForm.Framework } framework => framework.FrameworkName,
        StructType { Form: StructForm.Twin } twin => $"Twin<{CSharp(twin.Fields[0].Type)}>",
        _ => $"Struct{Index((StructType)type)}",
    };

    /// <summary>The field that tells <c>Fill</c> and <c>Check</c> what the type is made of.</summary>
    public string CSharpLeaves(NativeType type) =>
        type is StructType structure ? $"Leaves.Struct{Index(structure)}" : $"Leaves.{((ScalarType)type).Kind}";

    private void AddElement(NativeType type)
    {
        if (type is StructType structure && _elements.Add(structure.Definition))
        {
            foreach (var field in structure.Fields)
            {
                AddElement(field.Type);
            }
        }
    }

    private void Add(NativeType? type)
    {
        if (type is not StructType structure || _indexes.ContainsKey(structure.Definition))
        {
            return;
        }

        foreach (var field in structure.Fields)
        {
            Add(field.Type);
        }

        _indexes.Add(structure.Definition, _structs.Count);
        _structs.Add(structure);
    }
}
