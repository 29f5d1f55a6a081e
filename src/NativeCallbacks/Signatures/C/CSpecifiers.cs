using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks;

/// <summary>The words before a C declarator: <c>const unsigned long long</c>, <c>struct point</c>, in any legal order.</summary>
internal sealed class CSpecifiers
{
    private static readonly HashSet<string> Ignored =
    [
        "volatile", "restrict", "__restrict", "__restrict__", "extern", "static", "inline", "__inline", "typedef", "register",
    ];

    /// <summary>The words of number types.</summary>
    private static readonly HashSet<string> NumberWords =
        ["char", "short", "int", "long", "float", "double", "signed", "unsigned", "_Complex", "complex"];

    private readonly SignatureScanner _scanner;
    private readonly CTypeNames _names;
    private readonly List<string> _words = [];
    private readonly int _position;
    private NativeType? _type;

    private CSpecifiers(SignatureScanner scanner, CTypeNames names)
    {
        _scanner = scanner;
        _names = names;
        _position = scanner.Position;
    }

    /// <summary>Parses the words; the scanner is then at the declarator.</summary>
    /// <param name="scanner">The text.</param>
    /// <param name="names">The names of types.</param>
    /// <param name="readMembers">Parses the members of a struct between its braces.</param>
    /// <param name="readType">Parses a type without a name.</param>
    /// <param name="convention">The convention among the words; null if there is none.</param>
    public static CDeclaration Read(
        SignatureScanner scanner, CTypeNames names, Func<IReadOnlyList<NamedType>> readMembers, Func<NativeType> readType, out NativeConvention? convention)
    {
        var specifiers = new CSpecifiers(scanner, names);
        var isConst = false;
        convention = null;
        while (scanner.IsName)
        {
            if (scanner.Accept("const"))
            {
                isConst = true;
            }
            else if (AcceptConvention(scanner) is { } named)
            {
                convention = named;
            }
            else if (!specifiers.AcceptWord(readMembers, readType))
            {
                break;
            }
        }

        return new CDeclaration(null, specifiers.Type(), isConst);
    }

    /// <summary>Skips a calling convention and returns it; null if the next word is not one.</summary>
    /// <exception cref="FormatException">It is one that .NET cannot call.</exception>
    public static NativeConvention? AcceptConvention(SignatureScanner scanner)
    {
        var convention = CConventions.Find(scanner.Current);
        if (convention is not null)
        {
            scanner.Next();
            return convention;
        }

        return scanner.Current switch
        {
            "__fastcall" or "__vectorcall" or "__regcall" => throw scanner.Error(
                scanner.Position, $"functions with '{scanner.Current}' cannot be called from .NET; export one with the default convention"),
            "__attribute__" or "__declspec" => throw scanner.Error(
                scanner.Position, $"'{scanner.Current}' is not supported; remove it if it does not affect the call"),
            _ => null,
        };
    }

    private bool AcceptWord(Func<IReadOnlyList<NamedType>> readMembers, Func<NativeType> readType)
    {
        var word = _scanner.Current;
        if (Ignored.Contains(word))
        {
            _scanner.Next();
        }
        else if (NumberWords.Contains(word) && _type is null)
        {
            _words.Add(word);
            _scanner.Next();
        }
        else if (_type is not null || _words.Count > 0)
        {
            return false;
        }
        else if (word is "struct" or "union" or "enum")
        {
            _type = Tagged(word, readMembers);
        }
        else if (Known(word) is { } known)
        {
            _scanner.Next();
            _type = known;
        }
        else if (CMacros.IsCall(_scanner, _names, out var hasType))
        {
            _scanner.Next();
            SkipOrRead(hasType, readType);
        }
        else
        {
            var isMacro = CMacros.IsBeforeType(_scanner, _names);
            _scanner.Next();
            _type = isMacro ? null : new OpaqueType(word);
        }

        return true;
    }

    /// <summary>A type that one word names; null for other words.</summary>
    private NativeType? Known(string word) => word switch
    {
        "void" => VoidType.Instance,

        // Where it is an array, it is passed as a pointer; where it is a large struct, by reference.
        "va_list" or "__builtin_va_list" or "__gnuc_va_list" => new PointerType(VoidType.Instance, isConst: false),
        _ => _names.Find(word) ?? ScalarType.Find(word),
    };

    private void SkipOrRead(bool hasType, Func<NativeType> readType)
    {
        _scanner.Expect("(");
        if (hasType)
        {
            _type = readType();
            _scanner.Expect(")");
            return;
        }

        for (var depth = 1; depth > 0; _scanner.Next())
        {
            depth += _scanner.Current == "(" ? 1 : _scanner.Current == ")" ? -1 : 0;
        }
    }

    private NativeType Tagged(string keyword, Func<IReadOnlyList<NamedType>> readMembers)
    {
        _scanner.Next();
        var tag = _scanner.IsName ? _scanner.ExpectName("a tag") : null;
        if (keyword == "enum")
        {
            var hasBody = _scanner.Current == "{";
            while (hasBody && !_scanner.IsAtEnd && !_scanner.Accept("}"))
            {
                _scanner.Next();
            }

            return ScalarType.Enumeration(tag is not null ? $"enum {tag}" : hasBody ? "int" : throw _scanner.Expected("the enumeration's tag"));
        }

        if (tag is null && _scanner.Current != "{")
        {
            throw _scanner.Expected("a tag or '{'");
        }

        return _scanner.Current == "{" ? new StructType(keyword, tag, readMembers()) : _names.FindTag(tag) ?? new StructType(keyword, tag, null);
    }

    private NativeType Type()
    {
        if (_type is not null)
        {
            return _type;
        }

        if (_words.Count == 0)
        {
            throw _scanner.Expected("a type");
        }

        var words = string.Join(" ", _words);
        var isComplex = _words.RemoveAll(static word => word is "_Complex" or "complex") > 0;
        var name = CanonicalName();
        if (name == "long double")
        {
            throw _scanner.Error(_position, "'long double' has no .NET equivalent; export a function that takes double");
        }

        var number = name is null ? null : ScalarType.Find(name);
        if (number is null || (isComplex && number.Kind != ScalarKind.Floating))
        {
            throw _scanner.Error(_position, $"'{words}' is not a C type");
        }

        return isComplex ? new ComplexType(number) : number;
    }

    /// <summary>
    /// The words in their usual order, without the redundant ones: <c>long unsigned int</c> is <c>unsigned long</c>. Null if they
    /// contradict each other.
    /// </summary>
    private string? CanonicalName()
    {
        var longs = Count("long");
        var signs = _words.Where(static word => word is "signed" or "unsigned").ToList();
        var types = _words.Where(static word => word is "char" or "int" or "float" or "double").ToList();
        if (signs.Count > 1 || types.Count > 1 || longs > 2 || Count("short") > 1 || (Count("short") > 0 && longs > 0))
        {
            return null;
        }

        var type = types.FirstOrDefault() ?? "int";
        var width = longs == 2 ? "long long" : longs == 1 ? "long" : Count("short") > 0 ? "short" : "";
        var sign = signs.FirstOrDefault() switch
        {
            "signed" when type == "int" => "",
            null => "",
            var word => word,
        };
        string[] parts = [sign, width, type == "int" && width.Length > 0 ? "" : type];
        return string.Join(" ", parts.Where(static part => part.Length > 0));
    }

    private int Count(string word) => _words.Count(item => item == word);
}
