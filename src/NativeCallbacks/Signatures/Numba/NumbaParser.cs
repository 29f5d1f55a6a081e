using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// Parses the signatures that Numba prints (<c>(float64*, int32) -> none</c>) and that its users write
/// (<c>void(CPointer(float64), intc)</c>). The names are those of <c>numba.core.types</c>.
/// </summary>
internal sealed class NumbaParser
{
    /// <summary>The names of number types in Numba, and their names in C.</summary>
    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["bool"] = "bool", ["bool_"] = "bool", ["boolean"] = "bool", ["b1"] = "bool",
        ["int8"] = "int8_t", ["i1"] = "int8_t", ["char"] = "int8_t",
        ["uint8"] = "uint8_t", ["u1"] = "uint8_t", ["byte"] = "uint8_t", ["uchar"] = "uint8_t",
        ["int16"] = "int16_t", ["i2"] = "int16_t", ["short"] = "int16_t",
        ["uint16"] = "uint16_t", ["u2"] = "uint16_t", ["ushort"] = "uint16_t",
        ["int32"] = "int32_t", ["i4"] = "int32_t", ["intc"] = "int",
        ["uint32"] = "uint32_t", ["u4"] = "uint32_t", ["uintc"] = "unsigned int",
        ["int64"] = "int64_t", ["i8"] = "int64_t", ["longlong"] = "int64_t",
        ["uint64"] = "uint64_t", ["u8"] = "uint64_t", ["ulonglong"] = "uint64_t",
        ["long_"] = "long", ["ulong"] = "unsigned long",
        ["intp"] = "ptrdiff_t", ["int_"] = "ptrdiff_t", ["ssize_t"] = "ssize_t",
        ["uintp"] = "size_t", ["uint"] = "size_t", ["size_t"] = "size_t",
        ["float32"] = "float", ["f4"] = "float", ["float_"] = "float",
        ["float64"] = "double", ["f8"] = "double", ["double"] = "double",
    };

    private static readonly Dictionary<string, string> ComplexNumbers = new()
    {
        ["complex64"] = "float", ["c8"] = "float",
        ["complex128"] = "double", ["c16"] = "double",
    };

    private readonly SignatureScanner _scanner;

    private NumbaParser(SignatureScanner scanner) => _scanner = scanner;

    /// <summary>Whether the word exists in Numba's notation and not in C.</summary>
    public static bool IsOwnWord(string word) =>
        (word is "none" or "voidptr" or "CPointer" or "Tuple" or "UniTuple" or "Record" || Numbers.ContainsKey(word) || ComplexNumbers.ContainsKey(word))
        && !CKeywords.IsReserved(word)
        && ScalarType.Find(word) is null;

    /// <exception cref="System.FormatException">The text is not such a signature, or Numba passes a value differently from C.</exception>
    public static FunctionType Parse(SignatureScanner scanner)
    {
        var parser = new NumbaParser(scanner);
        var startsWithParameters = scanner.Current == "(";
        NativeType result = startsWithParameters ? VoidType.Instance : parser.ReadValue();
        var parameters = parser.ReadParameters();
        if (startsWithParameters)
        {
            scanner.Expect("->");
            result = parser.ReadValue();
        }

        return scanner.IsAtEnd
            ? new FunctionType(result, parameters, NativeConvention.Cdecl)
            : throw scanner.Expected("the end");
    }

    private List<NamedType> ReadParameters()
    {
        var parameters = new List<NamedType>();
        _scanner.Expect("(");
        if (_scanner.Accept(")"))
        {
            return parameters;
        }

        do
        {
            // Numba prints a comma after a single parameter, as Python does after the item of a tuple.
            if (parameters.Count > 0 && _scanner.Current == ")")
            {
                break;
            }

            var position = _scanner.Position;
            var type = ReadValue();
            parameters.Add(new NamedType(
                null, type is VoidType ? throw _scanner.Error(position, "'none' is not a value; remove the parameter") : type));
        }
        while (_scanner.Accept(","));

        _scanner.Expect(")");
        return parameters;
    }

    /// <summary>A type that is passed by value, in the same way as in C.</summary>
    private NativeType ReadValue()
    {
        var position = _scanner.Position;
        var type = ReadType();
        return NumbaTraps.Find(type) is { } reason ? throw _scanner.Error(position, reason) : type;
    }

    private NativeType ReadType()
    {
        _scanner.Enter();
        var type = ReadNamed();
        var pointers = 0;
        while (_scanner.Accept("*"))
        {
            // Each pointer adds a level of nesting to the type.
            _scanner.Enter();
            pointers++;
            type = new PointerType(type, isConst: false);
        }

        for (; pointers > 0; pointers--)
        {
            _scanner.Leave();
        }

        _scanner.Leave();
        return type;
    }

    private NativeType ReadNamed()
    {
        var position = _scanner.Position;
        var name = _scanner.ExpectName("a Numba type");
        if (_scanner.Current == "[" || name == "array")
        {
            throw _scanner.Error(position, $"Numba passes an array as a struct of its own; take 'CPointer({name})' and its lengths, and create the array with carray");
        }

        switch (name)
        {
            case "none" or "void":
                return VoidType.Instance;
            case "voidptr":
                return new PointerType(VoidType.Instance, isConst: false);
            case "CPointer":
                _scanner.Expect("(");
                var target = ReadType();
                _scanner.Expect(")");
                return new PointerType(target, isConst: false);
            case "Tuple":
                return ReadTuple();
            case "UniTuple":
                return ReadUniTuple();
            case "Record":
                SkipParentheses();
                return new StructType("struct", "Record", members: null);
            default:
                return Numbers.TryGetValue(name, out var number) ? ScalarType.Of(number)
                    : ComplexNumbers.TryGetValue(name, out var part) ? new ComplexType(ScalarType.Of(part))
                    : throw _scanner.Error(position, $"'{name}' has no C equivalent; pass it as 'voidptr'");
        }
    }

    private StructType ReadTuple()
    {
        _scanner.Expect("(");
        var members = new List<NamedType>();
        do
        {
            if (_scanner.Current == ")")
            {
                break;
            }

            members.Add(Member(members.Count, ReadType()));
        }
        while (_scanner.Accept(","));

        _scanner.Expect(")");
        return new StructType("struct", tag: null, members);
    }

    /// <summary><c>UniTuple(float64 x 2)</c> as Numba prints it, <c>UniTuple(float64, 2)</c> as users write it.</summary>
    private StructType ReadUniTuple()
    {
        _scanner.Expect("(");
        var type = ReadType();
        if (!_scanner.Accept("x"))
        {
            _scanner.Expect(",");
        }

        // More than two items are rejected anyway, so the exact number does not matter.
        var count = _scanner.Current switch { "0" => 0, "1" => 1, "2" => 2, _ => 3 };
        if (!_scanner.IsWord || _scanner.IsName)
        {
            throw _scanner.Expected("the number of items");
        }

        _scanner.Next();
        _scanner.Expect(")");
        var members = new List<NamedType>();
        while (members.Count < count)
        {
            members.Add(Member(members.Count, type));
        }

        return new StructType("struct", tag: null, members);
    }

    private NamedType Member(int index, NativeType type) =>
        new($"f{index}", type is VoidType ? throw _scanner.Expected("an item with a value") : type);

    private void SkipParentheses()
    {
        _scanner.Expect("(");
        for (var open = 1; open > 0; _scanner.Next())
        {
            open += _scanner.Current switch { "(" => 1, ")" => -1, _ => 0 };
            if (_scanner.IsAtEnd)
            {
                throw _scanner.Expected("')'");
            }
        }
    }
}
