using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks;

/// <summary>
/// What names of types mean in a text: those that its typedefs and struct definitions declare, and those of a table that comes with
/// it. The type of a name has a limited size, so that names of names cannot grow beyond all bounds.
/// </summary>
internal sealed class CTypeNames
{
    /// <summary>More parts than any real type has.</summary>
    private const int MostParts = 1000;

    /// <summary>More than the nesting of any real type, and less than what the stack of a thread holds.</summary>
    private const int MostLevels = 32;

    private readonly Dictionary<string, NativeType> _names = [];
    private readonly Dictionary<string, StructType> _tags = [];
    private readonly Dictionary<string, string> _unread;
    private readonly Func<string, CTypeNames, NativeType> _read;

    /// <param name="table">Names and the types that they refer to, as C texts; null for none.</param>
    /// <param name="read">Reads one of these texts.</param>
    public CTypeNames(IEnumerable<KeyValuePair<string, string>>? table, Func<string, CTypeNames, NativeType> read)
    {
        _unread = (table ?? []).ToDictionary(static item => item.Key, static item => item.Value);
        _read = read;
    }

    /// <summary>The type of a name; null if it is not known.</summary>
    public NativeType? Find(string name)
    {
        if (_unread.TryGetValue(name, out var text))
        {
            // First: a name in its own text is not this one.
            _unread.Remove(name);
            Add(name, _read(text, this));
        }

        return _names.TryGetValue(name, out var type) ? type : null;
    }

    /// <summary>The struct or union with that tag, if its members are known; null otherwise.</summary>
    public StructType? FindTag(string? tag) => tag is not null && _tags.TryGetValue(tag, out var type) ? type : null;

    /// <summary>Declares a name, and the tag of a struct with members.</summary>
    /// <exception cref="FormatException">The type is too large.</exception>
    public void Add(string? name, NativeType type)
    {
        var parts = 0;
        Measure(type, 0, ref parts);
        if (name is not null)
        {
            _names[name] = type;
        }

        if (type is StructType { Tag: { } tag, Members: not null } structure)
        {
            _tags[tag] = structure;
        }
    }

    private static void Measure(NativeType type, int level, ref int parts)
    {
        if (++parts > MostParts || level > MostLevels)
        {
            throw new FormatException("A type name refers to a type with too many parts for a signature. Write 'void *' for pointers to it.");
        }

        switch (type)
        {
            case PointerType pointer:
                Measure(pointer.Target, level + 1, ref parts);
                break;
            case ArrayType array:
                Measure(array.Element, level + 1, ref parts);
                break;
            case StructType { Members: { } members }:
                foreach (var member in members)
                {
                    Measure(member.Type, level + 1, ref parts);
                }

                break;
            case FunctionType function:
                Measure(function.Result, level + 1, ref parts);
                foreach (var parameter in function.Parameters)
                {
                    Measure(parameter.Type, level + 1, ref parts);
                }

                break;
        }
    }
}
