using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// The native types of a signature, as <c>NativeSignature.Of</c> returns them: what native code would declare. Only for
/// signatures that no rule rejects.
/// </summary>
internal sealed class NativeTypeReader
{
    /// <summary>
    /// How many signatures and structs are described inside one another. Signatures can name each other in a circle; beyond that, a
    /// function pointer is <c>void *</c> and a struct is its tag, which match all others.
    /// </summary>
    private const int MostLevels = 4;

    private readonly SignatureContext _context;
    private readonly int _level;

    private NativeTypeReader(SignatureContext context, int level)
    {
        _context = context;
        _level = level;
    }

    private static PointerType Address => new(VoidType.Instance, isConst: false);

    /// <summary><c>double (*)(double x)</c>; null if no attribute of the assembly can name the delegate.</summary>
    public static string? Notation(SignatureContext context) => DeclarationRules.IsObsoleteAsError(context.Signature)
        ? null
        : CWriter.Write(new NativeTypeReader(context, level: 0).Function()).Text;

    private FunctionType Function()
    {
        var invoke = _context.Invoke;
        return new FunctionType(
            invoke.ReturnType.SpecialType switch
            {
                SpecialType.System_Boolean => Boolean(null),
                SpecialType.System_String => Text(null),
                _ => Type(invoke.ReturnType),
            },
            invoke.Parameters.Select(parameter => new NamedType(Name(parameter.Name), Parameter(parameter))).ToList(),
            ConventionReader.Read(_context).Convention);
    }

    private NativeType Parameter(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType == SpecialType.System_String)
        {
            return parameter.RefKind == RefKind.None ? Text(parameter) : new PointerType(Text(parameter), isConst: false);
        }

        if (parameter.Type.IsSpanOfTexts())
        {
            return new PointerType(Characters("char"), isConst: true);
        }

        if (parameter.Type.ElementType() is { } element)
        {
            var isConst = parameter.Type.Is(WellKnown.ReadOnlySpan) || parameter.Type.Is(WellKnown.ReadOnlyTensorSpan);
            return new PointerType(Type(element), isConst);
        }

        if (parameter.RefKind != RefKind.None)
        {
            return new PointerType(Type(parameter.Type), isConst: parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter);
        }

        return parameter.Type.SpecialType switch
        {
            SpecialType.System_Boolean => Boolean(parameter),
            _ => Type(parameter.Type),
        };
    }

    private PointerType Text(IParameterSymbol? parameter) => Characters(MarshalAsRules.IsWide(_context, parameter) ? "char16_t" : "char");

    private static PointerType Characters(string character) => new(ScalarType.Of(character), isConst: true);

    private ScalarType Boolean(IParameterSymbol? parameter) =>
        ScalarType.Of(MarshalAsRules.Kind(_context, parameter) == UnmanagedType.U1 ? "bool" : "int");

    /// <summary>
    /// What a pointer leads to that is not a parameter by reference: the members of a struct do not matter, and could contain the
    /// struct again.
    /// </summary>
    private NativeType Target(ITypeSymbol type) => Type(type, isPointedAt: true);

    private NativeType Type(ITypeSymbol type, bool isPointedAt = false) => type switch
    {
        IPointerTypeSymbol pointer => new PointerType(Target(pointer.PointedAtType), isConst: false),
        IFunctionPointerTypeSymbol => Address,
        INamedTypeSymbol callback when type.Is(WellKnown.NativeCallback) => Callback(callback.TypeArguments[0]),
        _ when type.Is(WellKnown.Utf8Pointer) => Characters("char"),
        _ when HandleRules.IsHandle(type) => Address,
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => Type(underlying),
        _ => Number(type) ?? Struct((INamedTypeSymbol)type, isPointedAt),
    };

    private PointerType Callback(ITypeSymbol type)
    {
        var isDescribed = _level < MostLevels && type is INamedTypeSymbol { DelegateInvokeMethod: not null };
        var declaration = isDescribed ? DeclarationRules.FindDeclaration((INamedTypeSymbol)type, _context.Compilation) : null;
        if (declaration is null)
        {
            return Address;
        }

        var context = new SignatureContext((INamedTypeSymbol)type, declaration, isForeign: false, _context.Compilation);
        return new PointerType(new NativeTypeReader(context, _level + 1).Function(), isConst: false);
    }

    private static NativeType? Number(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Void => VoidType.Instance,
        SpecialType.System_SByte => ScalarType.Of("int8_t"),
        SpecialType.System_Byte => ScalarType.Of("uint8_t"),
        SpecialType.System_Int16 => ScalarType.Of("int16_t"),
        SpecialType.System_UInt16 => ScalarType.Of("uint16_t"),
        SpecialType.System_Int32 => ScalarType.Of("int"),
        SpecialType.System_UInt32 => ScalarType.Of("uint32_t"),
        SpecialType.System_Int64 => ScalarType.Of("int64_t"),
        SpecialType.System_UInt64 => ScalarType.Of("uint64_t"),
        SpecialType.System_IntPtr => ScalarType.Of("intptr_t"),
        SpecialType.System_UIntPtr => ScalarType.Of("size_t"),
        SpecialType.System_Single => ScalarType.Of("float"),
        SpecialType.System_Double => ScalarType.Of("double"),
        _ when type.Is(WellKnown.Complex) => new ComplexType(ScalarType.Of("double")),
        _ when type.Is(WellKnown.CLong) => ScalarType.Of("long"),
        _ when type.Is(WellKnown.CULong) => ScalarType.Of("unsigned long"),
        _ => null,
    };

    private StructType Struct(INamedTypeSymbol structure, bool isPointedAt)
    {
        var isTagAlone = isPointedAt || _level == MostLevels || !StructLayouts.IsPlain(structure);
        return new StructType("struct", Name(structure.Name), isTagAlone ? null : new NativeTypeReader(_context, _level + 1).Members(structure));
    }

    private NamedType[] Members(INamedTypeSymbol structure)
    {
        var count = structure.OriginalDefinition.GetAttributes().Find(WellKnown.InlineArrayAttribute)?.ConstructorArguments.FirstOrDefault().Value as int?;
        return TypeRules.InstanceFields(structure)
            .Select(field => new NamedType(Name((field.AssociatedSymbol ?? field).Name), Member(field, count)))
            .ToArray();
    }

    private NativeType Member(IFieldSymbol field, int? count) =>
        field.IsFixedSizeBuffer ? new ArrayType(Type(((IPointerTypeSymbol)field.Type).PointedAtType), field.FixedSize)
        : count is null ? Type(field.Type)
        : new ArrayType(Type(field.Type), count);

    /// <summary>The name; null if it has characters that C does not allow.</summary>
    private static string? Name(string name) =>
        name.All(static character => char.IsLetterOrDigit(character) || character == '_') ? name : null;
}
