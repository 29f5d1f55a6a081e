using System;
using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// Reads Rust's function pointer types, the heads of its <c>extern</c> functions, and what <c>std::any::type_name</c>
/// prints for such types. The syntax is that of the Rust reference, "Function pointer types" and "Functions"; the types are
/// those of <c>core::ffi</c>.
/// </summary>
internal sealed class RustReader
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

    private readonly SignatureScanner _scanner;

    private RustReader(SignatureScanner scanner) => _scanner = scanner;

    /// <exception cref="FormatException">The text is no such type, or one that C has no counterpart of.</exception>
    public static FunctionType Read(SignatureScanner scanner)
    {
        var reader = new RustReader(scanner);
        var position = scanner.Position;
        reader.SkipVisibility();
        var type = reader.ReadType();
        var function = (type as PointerType)?.Target as FunctionType
            ?? throw scanner.Refused(position, "this is no function pointer; cast a function to one, such as 'f as extern \"C\" fn(f64) -> f64', and name the type of that");
        scanner.Accept("{");
        scanner.Accept(";");
        return scanner.IsAtEnd ? function : throw scanner.Expected("the end");
    }

    private void SkipVisibility()
    {
        if (_scanner.Accept("pub") && _scanner.Accept("("))
        {
            while (!_scanner.Accept(")"))
            {
                _scanner.ExpectName("'crate', 'super' or a path");
                _scanner.Accept("::");
            }
        }
    }

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
            // A function that does not return has nothing to return.
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
            ? throw _scanner.Refused(position, FatPointer(_scanner.Current))
            : new PointerType(ReadType(), isConst);
    }

    private ArrayType ReadArray()
    {
        var position = _scanner.Position;
        _scanner.Expect("[");
        var element = ReadType();
        if (!_scanner.Accept(";"))
        {
            throw _scanner.Refused(position, FatPointer("[…]"));
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
        $"a pointer to '{type}' is two words in Rust, which no C function takes; take a pointer to the first element and a length";

    private PointerType ReadFunction()
    {
        if (_scanner.Accept("for"))
        {
            _scanner.Expect("<");
            while (!_scanner.Accept(">"))
            {
                SkipLifetime();
                if (_scanner.Current != ">")
                {
                    _scanner.Expect(",");
                }
            }
        }

        if (!_scanner.Accept("unsafe"))
        {
            _scanner.Accept("safe");
        }

        if (_scanner.Current == "fn")
        {
            throw _scanner.Refused(_scanner.Position, "Rust's own way to call has no rules that others could follow; declare the function extern \"C\"");
        }

        _scanner.Expect("extern");
        var convention = ReadConvention();
        _scanner.Expect("fn");
        if (_scanner.IsName)
        {
            _scanner.Next();
        }

        var parameters = ReadParameters();
        var result = _scanner.Accept("->") ? ReadValue(isResult: true) : VoidType.Instance;
        return new PointerType(new FunctionType(result, parameters, convention), isConst: false);
    }

    private NativeConvention ReadConvention()
    {
        if (_scanner.Current == "fn")
        {
            // extern alone means extern "C".
            return NativeConvention.Cdecl;
        }

        NativeConvention? convention = _scanner.Current switch
        {
            "\"C\"" or "\"C-unwind\"" or "\"cdecl\"" => NativeConvention.Cdecl,
            "\"stdcall\"" or "\"stdcall-unwind\"" => NativeConvention.Stdcall,
            "\"thiscall\"" or "\"thiscall-unwind\"" => NativeConvention.Thiscall,
            "\"system\"" or "\"system-unwind\"" => NativeConvention.System,
            _ => null,
        };
        if (convention is null)
        {
            throw _scanner.Expected("\"C\", \"system\", \"cdecl\", \"stdcall\" or \"thiscall\"");
        }

        _scanner.Next();
        return convention.Value;
    }

    private List<NamedType> ReadParameters()
    {
        var parameters = new List<NamedType>();
        _scanner.Expect("(");
        while (!_scanner.Accept(")"))
        {
            if (_scanner.Current == "...")
            {
                throw _scanner.Refused(
                    _scanner.Position, "a function with '...' takes other registers than its type says; export one with fixed parameters");
            }

            _scanner.Accept("mut");
            string? name = null;
            if (_scanner.IsName && _scanner.Peek(1) == ":")
            {
                name = _scanner.ExpectName("a name");
                _scanner.Next();
            }

            parameters.Add(new NamedType(name, ReadValue(isResult: false)));
            if (_scanner.Current != ")")
            {
                _scanner.Expect(",");
            }
        }

        return parameters;
    }

    private NativeType ReadValue(bool isResult)
    {
        var position = _scanner.Position;
        return ReadType() switch
        {
            VoidType when !isResult => throw _scanner.Refused(position, "this type has no value that C could pass; leave the parameter out"),
            ArrayType => throw _scanner.Refused(position, "C passes no array by value; take a pointer to it"),
            var type => type,
        };
    }

    /// <summary>A type by its name, whose last segment tells: <c>core::ffi::c_int</c>, <c>Option&lt;&amp;f64&gt;</c>.</summary>
    private NativeType ReadPath()
    {
        var position = _scanner.Position;
        string name;
        List<NativeType> arguments;
        _scanner.Accept("::");
        do
        {
            name = _scanner.ExpectName("a type of Rust");
            arguments = ReadArguments();
        }
        while (_scanner.Accept("::"));

        switch (name)
        {
            case "c_void":
                return VoidType.Instance;
            case "i128" or "u128" or "f16" or "f128":
                throw _scanner.Refused(position, $"'{name}' has no counterpart in .NET that crosses by value; take a pointer to it");
            case "String" or "Vec" or "str" or "CString" or "Rc" or "Arc" or "HashMap":
                throw _scanner.Refused(position, $"'{name}' is laid out as Rust likes; take a pointer and a length");
            case "NonNull" or "Box" when arguments.Count == 1:
                return new PointerType(arguments[0], isConst: false);
            case "Option" when arguments.Count == 1:
                return arguments[0] is PointerType
                    ? arguments[0]
                    : throw _scanner.Refused(position, "only an Option of a pointer is a C value (None is null); return a status, and the value through a pointer");
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
                    // A constant: its value is in no layout that is compared.
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
