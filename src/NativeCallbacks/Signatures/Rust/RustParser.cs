using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// Parses Rust's function pointer types, declarations of <c>extern</c> functions, and the output of
/// <c>std::any::type_name</c> for such types. The syntax is that of the Rust reference, "Function pointer types" and
/// "Functions"; the types are those of <c>core::ffi</c>.
/// </summary>
internal sealed partial class RustParser
{
    private readonly SignatureScanner _scanner;

    private RustParser(SignatureScanner scanner) => _scanner = scanner;

    /// <exception cref="FormatException">The text is not such a type, or the type has no C equivalent.</exception>
    public static FunctionType Parse(SignatureScanner scanner)
    {
        var parser = new RustParser(scanner);
        var position = scanner.Position;
        parser.SkipVisibility();
        var type = parser.ReadType();
        var function = (type as PointerType)?.Target as FunctionType
            ?? throw scanner.Error(position, "this is not a function pointer; cast a function to one, such as 'f as extern \"C\" fn(f64) -> f64', and pass the name of its type");
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
            throw _scanner.Error(_scanner.Position, "the Rust ABI is unspecified; declare the function extern \"C\"");
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
            // extern without a name means extern "C".
            return NativeConvention.Cdecl;
        }

        NativeConvention? convention = _scanner.Current switch
        {
            "\"C\"" or "\"C-unwind\"" or "\"cdecl\"" => NativeConvention.Cdecl,
            "\"stdcall\"" or "\"stdcall-unwind\"" => NativeConvention.Stdcall,
            "\"thiscall\"" or "\"thiscall-unwind\"" => NativeConvention.Thiscall,
            "\"system\"" or "\"system-unwind\"" => NativeConvention.Winapi,
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
                throw _scanner.Error(
                    _scanner.Position, "a variadic function ('...') expects its arguments in other registers; export one with fixed parameters");
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
            VoidType when !isResult => throw _scanner.Error(position, "this type has no value that C could pass; remove the parameter"),
            ArrayType => throw _scanner.Error(position, "C does not pass arrays by value; take a pointer to it"),
            var type => type,
        };
    }
}
