using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// Reads Rust's function pointer types, the heads of its <c>extern</c> functions, and what <c>std::any::type_name</c>
/// prints for such types. The syntax is that of the Rust reference, "Function pointer types" and "Functions"; the types are
/// those of <c>core::ffi</c>.
/// </summary>
internal sealed partial class RustParser
{
    private readonly SignatureScanner _scanner;

    private RustParser(SignatureScanner scanner) => _scanner = scanner;

    /// <exception cref="FormatException">The text is no such type, or one that C has no counterpart of.</exception>
    public static FunctionType Parse(SignatureScanner scanner)
    {
        var parser = new RustParser(scanner);
        var position = scanner.Position;
        parser.SkipVisibility();
        var type = parser.ReadType();
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
}
