using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <content>The types of parameters and results.</content>
internal sealed partial class RustParser
{
    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["bool"] = "bool", ["char"] = "char32_t",
        ["i8"] = "int8_t", ["u8"] = "uint8_t", ["i16"] = "int16_t", ["u16"] = "uint16_t",
        ["i32"] = "int32_t", ["u32"] = "uint32_t", ["i64"] = "int64_t", ["u64"] = "uint64_t",
        ["isize"] = "ptrdiff_t", ["usize"] = "size_t", ["f32"] = "float", ["f64"] = "double",
        ["c_char"] = "char", ["c_schar"] = "signed char", ["c_uchar"] = "unsigned char",
        ["c_short"] = "short", ["c_ushort"] = "unsigned short", ["c_int"] = "int", ["c_uint"] = "unsigned int",
        ["c_long"] = "long", ["c_ulong"] = "unsigned long", ["c_longlong"] = "long long", ["c_ulonglong"] = "unsigned long long",
        ["c_float"] = "float", ["c_double"] = "double",
        ["size_t"] = "size_t", ["ssize_t"] = "ssize_t", ["ptrdiff_t"] = "ptrdiff_t", ["intptr_t"] = "intptr_t", ["uintptr_t"] = "uintptr_t",
    };

    private NativeType ReadType()
    {
        _scanner.Enter();
        var type = ReadTypeHere();
        _scanner.Leave();
        return type;
    }

    private NativeType ReadTypeHere()
    {
        if (_scanner.Accept("("))
        {
            // Parentheses around a type, or the empty tuple.
            if (_scanner.Accept(")"))
            {
                return VoidType.Instance;
            }

            var inside = ReadType();
            _scanner.Expect(")");
            return inside;
        }

        if (_scanner.Accept("*"))
        {
            var isConst = !_scanner.Accept("mut");
            if (isConst)
            {
                _scanner.Expect("const");
            }

            return ReadPointer(isConst);
        }

        if (_scanner.Accept("&"))
        {
            SkipLifetime();
            return ReadPointer(isConst: !_scanner.Accept("mut"));
        }

        if (_scanner.Accept("!"))
        {
            // A function that never returns has no result.
            return VoidType.Instance;
        }

        return _scanner.Current switch
        {
            "[" => ReadArray(),
            "for" or "unsafe" or "safe" or "extern" or "fn" => ReadFunction(),
            _ => ReadPath(),
        };
    }

    private PointerType ReadPointer(bool isConst)
    {
        var position = _scanner.Position;
        return _scanner.Current is "str" or "dyn"
            ? throw _scanner.Error(position, FatPointer(_scanner.Current))
            : new PointerType(ReadType(), isConst);
    }

    private ArrayType ReadArray()
    {
        var position = _scanner.Position;
        _scanner.Expect("[");
        var element = ReadType();
        if (!_scanner.Accept(";"))
        {
            throw _scanner.Error(position, FatPointer("[…]"));
        }

        if (!int.TryParse(_scanner.Current, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw _scanner.Expected("the number of elements");
        }

        _scanner.Next();
        _scanner.Expect("]");
        return new ArrayType(element, count);
    }

    private static string FatPointer(string type) =>
        $"a pointer to '{type}' is two words in Rust, which C cannot pass; take a pointer to the first element and a length";

    /// <summary>A type by its name, whose last segment counts: <c>core::ffi::c_int</c>, <c>Option&lt;&amp;f64&gt;</c>.</summary>
    private NativeType ReadPath()
    {
        var position = _scanner.Position;
        string name;
        List<NativeType> arguments;
        _scanner.Accept("::");
        do
        {
            name = _scanner.ExpectName("a Rust type");
            arguments = ReadArguments();
        }
        while (_scanner.Accept("::"));

        switch (name)
        {
            case "c_void":
                return VoidType.Instance;
            case "i128" or "u128" or "f16" or "f128":
                throw _scanner.Error(position, $"'{name}' cannot be passed to .NET by value; take a pointer to it");
            case "String" or "Vec" or "str" or "CString" or "Rc" or "Arc" or "HashMap":
                throw _scanner.Error(position, $"'{name}' has no stable layout; take a pointer and a length");
            case "NonNull" or "Box" when arguments.Count == 1:
                return new PointerType(arguments[0], isConst: false);
            case "Option" when arguments.Count == 1:
                return arguments[0] is PointerType
                    ? arguments[0]
                    : throw _scanner.Error(position, "only an Option of a pointer has a C equivalent (None is null); return a status, and pass the value through a pointer");
            case "Complex" when arguments.Count == 1 && arguments[0] is ScalarType { Kind: ScalarKind.Floating } part:
                return new ComplexType(part);
            default:
                return Numbers.TryGetValue(name, out var number) ? ScalarType.Of(number) : new StructType("struct", name, members: null);
        }
    }

    private List<NativeType> ReadArguments()
    {
        var arguments = new List<NativeType>();
        if (_scanner.Accept("<"))
        {
            while (!_scanner.Accept(">"))
            {
                if (_scanner.Current == "'")
                {
                    SkipLifetime();
                }
                else if (_scanner.IsWord && !_scanner.IsName)
                {
                    // A constant, whose value does not affect the layouts that are compared.
                    _scanner.Next();
                }
                else
                {
                    arguments.Add(ReadType());
                }

                if (_scanner.Current != ">")
                {
                    _scanner.Expect(",");
                }
            }
        }

        return arguments;
    }

    private void SkipLifetime()
    {
        if (_scanner.Accept("'"))
        {
            _scanner.ExpectName("a lifetime");
        }
    }
}
