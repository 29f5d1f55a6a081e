using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>Draws types. Structs that were drawn are drawn again, and put into later ones.</summary>
internal sealed class TypeDrawer(Draw draw, Machine machine)
{
    /// <summary>The largest struct.</summary>
    private const int Largest = 256;

    private readonly List<StructType> _structs = [.. StructType.Framework];

    public NativeType Any() => draw.Below(20) switch
    {
        < 10 => Scalar(),
        < 16 => New(),
        < 17 => draw.Of(StructType.Framework),
        _ => draw.Of(_structs),
    };

    /// <summary>A type that a span can have elements of: C# has no spans of pointers.</summary>
    public NativeType Element() => Any() is var type and not ScalarType { Form: ScalarForm.Pointer } ? type : ScalarType.Int;

    private ScalarType Scalar() => draw.Below(10) switch
    {
        < 4 => draw.Of(ScalarType.Integers),
        < 7 => draw.Of(ScalarType.Floats),
        < 8 => draw.Of(ScalarType.Enums),
        _ => draw.Of(machine.OtherScalars),
    };

    private StructType New()
    {
        var type = machine.HasFloatAggregates && draw.Chance(60) ? FloatAggregate() : draw.Below(20) switch
        {
            0 => Overlay(),
            1 => Twin(),
            _ => Sequential(),
        };
        _structs.Add(type);
        return type;
    }

    private StructType Sequential()
    {
        var size = Size();
        var pack = draw.Chance(8) ? 1 << draw.Below(3) : 0;
        var isNarrow = draw.Chance(15);
        var fields = ImmutableArray<Field>.Empty;
        for (var misses = 0; misses < 4;)
        {
            var field = Field(isNarrow, $"{(char)('a' + (fields.Length % 26))}{(fields.Length < 26 ? "" : fields.Length / 26)}");
            if (StructType.Fits(fields.Add(field), pack, size))
            {
                fields = fields.Add(field);
                misses = draw.Chance(4) ? 4 : 0;
            }
            else
            {
                misses++;
            }
        }

        return new StructType(StructForm.Sequential, fields.IsEmpty ? [new Field("a", ScalarType.Integers[draw.Below(2)])] : fields, pack);
    }

    /// <summary>Numbers of one floating-point type, in fields, arrays and structs: up to four are passed in registers, more in memory.</summary>
    private StructType FloatAggregate()
    {
        var number = draw.Of(ScalarType.Floats);
        var most = draw.Chance(80) ? 4 : 6;
        var parts = _structs.Where(type => type.Form != StructForm.Overlay && type.Leaves.All(leaf => leaf.Kind == number.Kind)).ToList();
        var fields = ImmutableArray<Field>.Empty;
        for (var used = 0; used < most && (used == 0 || draw.Chance(80));)
        {
            var name = $"{(char)('a' + fields.Length)}";
            var field = draw.Below(10) switch
            {
                0 => new Field(name, number, ArrayForm.FixedBuffer, 1 + draw.Below(4)),
                1 => new Field(name, number, ArrayForm.InlineArray, 1 + draw.Below(4)),
                < 4 when parts.Count > 0 => new Field(name, draw.Of(parts)),
                _ => new Field(name, number),
            };
            field = used + (field.Size / number.Size) <= most ? field : new Field(name, number);
            used += field.Size / number.Size;
            fields = fields.Add(field);
        }

        return new StructType(StructForm.Sequential, fields);
    }

    /// <summary>Half of them are small enough for registers.</summary>
    private int Size() => draw.Below(10) switch
    {
        < 3 => 1 + draw.Below(8),
        < 6 => 9 + draw.Below(8),
        < 8 => 17 + draw.Below(16),
        _ => 33 + draw.Below(Largest - 32),
    };

    /// <param name="isNarrow">Whether it is a byte, as it takes for a struct of an odd size.</param>
    /// <param name="name">The name.</param>
    private Field Field(bool isNarrow, string name)
    {
        var type = isNarrow ? draw.Of(ScalarType.Integers.RemoveRange(2, 8)) : draw.Chance(20) ? (NativeType)draw.Of(_structs) : Scalar();
        if (!draw.Chance(20))
        {
            return new Field(name, type);
        }

        var canBeFixed = type is ScalarType { Form: ScalarForm.Integer or ScalarForm.Float, CSharp: not ("nint" or "nuint") };
        return new Field(name, type, canBeFixed && draw.Chance(50) ? ArrayForm.FixedBuffer : ArrayForm.InlineArray, 1 + draw.Below(7));
    }

    private StructType Overlay()
    {
        NativeType first = draw.Chance(50) ? draw.Of(_structs) : Scalar();
        NativeType second = draw.Chance(30) ? draw.Of(_structs) : Scalar();
        return first.Size >= second.Size
            ? new StructType(StructForm.Overlay, [new Field("a", first), new Field("b", second)])
            : new StructType(StructForm.Overlay, [new Field("a", second), new Field("b", first)]);
    }

    private StructType Twin()
    {
        var candidates = _structs.Where(static type => type.Size <= (Largest - 16) / 2).ToList<NativeType>();
        var type = draw.Chance(50) ? draw.Of(candidates) : draw.Of(ScalarType.Integers.AddRange(ScalarType.Floats));
        return new StructType(StructForm.Twin, [new Field("a", type), new Field("b", ScalarType.Integers[2]), new Field("c", type)]);
    }
}
