using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>What a C declaration declares: a name, its type, and whether that is <c>const</c> itself.</summary>
internal readonly struct CDeclaration(string? name, NativeType type, bool isConst)
{
    public string? Name { get; } = name;

    public NativeType Type { get; } = type;

    public bool IsConst { get; } = isConst;

    /// <summary>The type as C passes it: functions and arrays are passed by address.</summary>
    public NativeType AsParameter() => Type switch
    {
        FunctionType => new PointerType(Type, isConst: false),
        ArrayType array => new PointerType(array.Element, IsConst),
        _ => Type,
    };
}

/// <summary>
/// What surrounds the name in a C declaration. It is parsed from the outside in, and the type is built from the inside out:
/// the suffixes bind first, then the stars, then the declarator in parentheses.
/// </summary>
internal sealed class CDeclarator(SignatureScanner scanner)
{
    private readonly List<bool> _pointers = [];
    private readonly List<Func<NativeType, NativeType>> _suffixes = [];
    private readonly int _position = scanner.Position;

    /// <summary>The declared name, if it is not in parentheses; null if there is none.</summary>
    public string? Name { get; set; }

    /// <summary>The declarator in parentheses; null if there is none.</summary>
    public CDeclarator? Inner { get; set; }

    /// <summary>In parentheses, the convention of the function whose parameters are outside; null if there is none.</summary>
    public NativeConvention? Convention { get; set; }

    public void AddPointer(bool isConst)
    {
        // Each pointer adds a level of nesting to the type.
        scanner.Enter();
        _pointers.Add(isConst);
    }

    public void AddFunction(IReadOnlyList<NamedType> parameters, NativeConvention convention)
    {
        scanner.Enter();
        _suffixes.Add(result => new FunctionType(Value(scanner, _position, result, isResult: true), parameters, convention));
    }

    public void AddArray(int? count)
    {
        scanner.Enter();
        _suffixes.Add(element => new ArrayType(Value(scanner, _position, element), count));
    }

    /// <summary>The declaration, if the words before the declarator have the given type.</summary>
    public CDeclaration Apply(CDeclaration words)
    {
        var (type, isConst) = (words.Type, words.IsConst);
        foreach (var isConstPointer in _pointers)
        {
            (type, isConst) = (new PointerType(type, isConst), isConstPointer);
            scanner.Leave();
        }

        for (var index = _suffixes.Count - 1; index >= 0; index--)
        {
            type = _suffixes[index](type);
            isConst = isConst && type is ArrayType;
            scanner.Leave();
        }

        var declaration = new CDeclaration(Name, type, isConst);
        return Inner?.Apply(declaration) ?? declaration;
    }

    /// <summary>The type, if it has values.</summary>
    /// <param name="scanner">The text.</param>
    /// <param name="position">Where the declaration is.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isResult">Whether <c>void</c> is allowed.</param>
    public static NativeType Value(SignatureScanner scanner, int position, NativeType type, bool isResult = false) => type switch
    {
        VoidType when !isResult => throw scanner.Error(position, "'void' is not a value; write 'void *' for a pointer"),
        OpaqueType opaque => throw scanner.Error(
            position, $"'{opaque.Name}' is defined only in its header file; put its typedef before the prototype, or write the type behind it, such as 'int', 'void *' or 'struct {opaque.Name}'"),
        FunctionType => throw scanner.Error(position, "a function is not a value; write a pointer to it, such as 'void (*f)(int)'"),
        ArrayType when isResult => throw scanner.Error(position, "a function cannot return an array; write a pointer"),
        _ => type,
    };
}
