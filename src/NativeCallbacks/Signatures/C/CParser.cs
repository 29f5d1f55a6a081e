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
    private readonly CTypeNames _names;

    private CParser(SignatureScanner scanner, CTypeNames names)
    {
        _scanner = scanner;
        _names = names;
    }

    /// <param name="scanner">The text, which may begin with typedefs and definitions of structs.</param>
    /// <param name="typeNames">Names of types and what they stand for in C; null for none.</param>
    /// <exception cref="FormatException">The text is not such a declaration.</exception>
    public static FunctionType Parse(SignatureScanner scanner, IEnumerable<KeyValuePair<string, string>>? typeNames)
    {
        var parser = new CParser(scanner, new CTypeNames(typeNames, ReadType));
        parser.ReadTypes();
        var declared = parser.ReadDeclaration().Type;
        CMacros.SkipAtEnd(scanner);
        scanner.Accept(";");
        if (!scanner.IsAtEnd)
        {
            throw scanner.Expected("the end");
        }

        return declared as FunctionType
            ?? (declared as PointerType)?.Target as FunctionType
            ?? throw scanner.Error(0, "this does not declare a function; write a prototype such as 'double f(double x)'");
    }

    /// <summary>Reads a type of a table.</summary>
    private static NativeType ReadType(string text, CTypeNames names)
    {
        var scanner = new SignatureScanner(text);
        var type = new CParser(scanner, names).ReadDeclaration().Type;
        return scanner.IsAtEnd ? type : throw scanner.Expected("the end");
    }

    /// <summary>Reads the typedefs and the structs before the declaration. The last declaration can be a typedef itself.</summary>
    private void ReadTypes()
    {
        while (IsBeforeAnother())
        {
            var words = CSpecifiers.Read(_scanner, _names, ReadMembers, ReadUnnamed, out var convention);
            _names.Add(null, words.Type);
            while (_scanner.Current != ";")
            {
                var declared = ReadDeclarator(convention).Apply(words);
                _names.Add(declared.Name ?? throw _scanner.Expected("the name of the type"), declared.Type);
                if (!_scanner.Accept(","))
                {
                    break;
                }
            }

            _scanner.Expect(";");
        }
    }

    /// <summary>Whether the next declaration is of a type, and another follows.</summary>
    private bool IsBeforeAnother()
    {
        var isTypedef = _scanner.Current == "typedef";
        var isDefinition = _scanner.Current is "struct" or "union" or "enum" && (_scanner.Peek(1) == "{" || _scanner.Peek(2) is "{" or ";");
        if (!isTypedef && !isDefinition)
        {
            return false;
        }

        var (depth, index) = (0, 0);
        for (; _scanner.Peek(index) is { Length: > 0 } token && (token != ";" || depth > 0); index++)
        {
            depth += token == "{" ? 1 : token == "}" ? -1 : 0;
        }

        // A function that returns a struct has something behind the brace.
        return _scanner.Peek(index + 1).Length > 0 && (isTypedef || index == 2 || _scanner.Peek(index - 1) == "}");
    }

    private NativeType ReadUnnamed() => ReadDeclaration().Type;

    private CDeclaration ReadDeclaration()
    {
        _scanner.Enter();
        var type = CSpecifiers.Read(_scanner, _names, ReadMembers, ReadUnnamed, out var convention);
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
            CMacros.SkipBeforeName(_scanner);
            named = CSpecifiers.AcceptConvention(_scanner) ?? named;
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

        var hasSuffix = ReadSuffixes(declarator, declarator.Inner?.Convention ?? convention ?? NativeConvention.Cdecl);
        declarator.Convention = outside ?? (hasSuffix ? null : convention);
        _scanner.Leave();
        return declarator;
    }

    /// <summary>Reads parameters and counts of arrays, which a macro can have in parentheses of its own.</summary>
    /// <returns>Whether there were some.</returns>
    private bool ReadSuffixes(CDeclarator declarator, NativeConvention convention)
    {
        var isWrapped = CMacros.IsAroundParameters(_scanner, 0);
        if (isWrapped)
        {
            _scanner.Next();
            _scanner.Expect("(");
        }

        var hasSuffix = false;
        while (true)
        {
            if (_scanner.Accept("("))
            {
                declarator.AddFunction(ReadParameters(), convention);
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

        if (isWrapped)
        {
            _scanner.Expect(")");
        }

        return hasSuffix;
    }

    /// <summary>Whether the next parenthesis is around a declarator, not around parameters.</summary>
    private bool IsNestedDeclarator()
    {
        var next = _scanner.Peek(1);
        return next is "*" or "(" or "["
            || CConventions.Find(next) is not null
            || CMacros.IsInDeclarator(_scanner)
            || (next.Length > 0
                && (char.IsLetter(next[0]) || next[0] == '_')
                && !CKeywords.IsReserved(next)
                && ScalarType.Find(next) is null
                && _names.Find(next) is null
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
            var type = CSpecifiers.Read(_scanner, _names, ReadMembers, ReadUnnamed, out var convention);
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
