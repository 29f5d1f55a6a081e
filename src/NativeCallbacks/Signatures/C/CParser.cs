using System;
using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// Parses C notation: a prototype, a function type or a function pointer, with the declarators of ISO/IEC 9899:2018, 6.7.6
/// and 6.7.7. As in C, a parameter that is a function or an array is a pointer.
/// </summary>
internal sealed class CParser
{
    private readonly SignatureScanner _scanner;

    private CParser(SignatureScanner scanner) => _scanner = scanner;

    /// <exception cref="FormatException">The text is not such a declaration.</exception>
    public static FunctionType Parse(SignatureScanner scanner)
    {
        var declared = new CParser(scanner).ReadDeclaration().Type;
        scanner.Accept(";");
        if (!scanner.IsAtEnd)
        {
            throw scanner.Expected("the end");
        }

        return declared as FunctionType
            ?? (declared as PointerType)?.Target as FunctionType
            ?? throw scanner.Error(0, "this does not declare a function; write a prototype such as 'double f(double x)'");
    }

    private CDeclaration ReadDeclaration()
    {
        _scanner.Enter();
        var type = CSpecifiers.Read(_scanner, ReadMembers, out var convention);
        var declaration = ReadDeclarator(convention).Apply(type);
        _scanner.Leave();
        return declaration;
    }

    /// <param name="convention">The convention among the words before the declarator; null if there is none.</param>
    /// <param name="isNested">Whether the declarator is in parentheses.</param>
    private CDeclarator ReadDeclarator(NativeConvention? convention, bool isNested = false)
    {
        _scanner.Enter();
        var declarator = new CDeclarator(_scanner);

        // In parentheses, a convention before a star belongs to the function that the pointer leads to: the one outside.
        NativeConvention? outside = null;
        while (true)
        {
            var named = CSpecifiers.AcceptConvention(_scanner);
            if (!_scanner.Accept("*"))
            {
                convention = named ?? convention;
                break;
            }

            if (isNested)
            {
                outside = named ?? outside;
            }
            else
            {
                convention = named ?? convention;
            }

            declarator.AddPointer(ReadQualifiers());
        }

        if (_scanner.Current == "(" && IsNestedDeclarator())
        {
            _scanner.Next();
            declarator.Inner = ReadDeclarator(convention: null, isNested: true);
            _scanner.Expect(")");
        }
        else if (_scanner.IsName && !CKeywords.IsReserved(_scanner.Current))
        {
            declarator.Name = _scanner.ExpectName("a name");
        }

        var hasSuffix = false;
        while (true)
        {
            if (_scanner.Accept("("))
            {
                declarator.AddFunction(ReadParameters(), declarator.Inner?.Convention ?? convention ?? NativeConvention.Cdecl);
            }
            else if (_scanner.Accept("["))
            {
                declarator.AddArray(ReadCount());
            }
            else
            {
                break;
            }

            hasSuffix = true;
        }

        declarator.Convention = outside ?? (hasSuffix ? null : convention);
        _scanner.Leave();
        return declarator;
    }

    /// <summary>Whether the next parenthesis is around a declarator, not around parameters.</summary>
    private bool IsNestedDeclarator()
    {
        var next = _scanner.Peek(1);
        return next is "*" or "(" or "["
            || CConventions.Find(next) is not null
            || (next.Length > 0
                && (char.IsLetter(next[0]) || next[0] == '_')
                && !CKeywords.IsReserved(next)
                && ScalarType.Find(next) is null
                && _scanner.Peek(2) is ")" or "(" or "[");
    }

    private bool ReadQualifiers()
    {
        var isConst = false;
        while (_scanner.Current is "const" or "volatile" or "restrict" or "__restrict" or "__restrict__")
        {
            isConst |= _scanner.Current == "const";
            _scanner.Next();
        }

        return isConst;
    }

    private List<NamedType> ReadParameters()
    {
        var parameters = new List<NamedType>();
        if (_scanner.Accept(")"))
        {
            return parameters;
        }

        do
        {
            if (_scanner.Current == "...")
            {
                throw _scanner.Error(
                    _scanner.Position, "a variadic function ('...') expects its arguments in other registers; export one with fixed parameters");
            }

            var position = _scanner.Position;
            var parameter = ReadDeclaration();
            if (parameter is { Type: VoidType, Name: null } && parameters.Count == 0 && _scanner.Current == ")")
            {
                break;
            }

            parameters.Add(new NamedType(parameter.Name, CDeclarator.Value(_scanner, position, parameter.AsParameter())));
        }
        while (_scanner.Accept(","));

        _scanner.Expect(")");
        return parameters;
    }

    /// <summary>The count of an array, if it is a number; the words that C allows before it are ignored.</summary>
    private int? ReadCount()
    {
        while (_scanner.Current is "static" or "const" or "volatile" or "restrict" or "*")
        {
            _scanner.Next();
        }

        int? count = null;
        if (_scanner.IsWord)
        {
            // The value of another parameter or of a constant is unknown here.
            var isNumber = int.TryParse(_scanner.Current, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            if (!isNumber && !_scanner.IsName)
            {
                throw _scanner.Expected("the number of elements");
            }

            count = isNumber ? number : null;
            _scanner.Next();
        }

        _scanner.Expect("]");
        return count;
    }

    private List<NamedType> ReadMembers()
    {
        _scanner.Enter();
        _scanner.Expect("{");
        var members = new List<NamedType>();
        while (!_scanner.Accept("}"))
        {
            var position = _scanner.Position;
            var type = CSpecifiers.Read(_scanner, ReadMembers, out var convention);
            do
            {
                var member = ReadDeclarator(convention).Apply(type);
                members.Add(new NamedType(member.Name, CDeclarator.Value(_scanner, position, member.Type)));
            }
            while (_scanner.Accept(","));

            _scanner.Expect(";");
        }

        _scanner.Leave();
        return members;
    }
}
