using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// A signature in C notation, as <c>NativeSignature.Of</c> gives it back: what native code would declare. Only for signatures
/// that no rule refuses.
/// </summary>
internal sealed class CNotation
{
    /// <summary>
    /// How many signatures and structs are told inside one another. Signatures can name each other in a circle; further
    /// inside, a function pointer is <c>void *</c> and a struct its tag, which match all others.
    /// </summary>
    private const int MostLevels = 4;

    private readonly SignatureContext _context;
    private readonly int _level;

    private CNotation(SignatureContext context, int level)
    {
        _context = context;
        _level = level;
    }

    /// <summary><c>double (*)(double x)</c>; null where no attribute of the assembly can name the delegate.</summary>
    public static string? Read(SignatureContext context) =>
        DeclarationRules.IsObsoleteAsError(context.Signature) ? null : new CNotation(context, 0).Function("");

    /// <summary>A pointer to the function.</summary>
    /// <param name="declarator">What stands where the pointer's name does.</param>
    private string Function(string declarator)
    {
        var invoke = _context.Signature.DelegateInvokeMethod!;
        var parameters = invoke.Parameters.Select(Parameter).DefaultIfEmpty("void");
        var convention = CConventions.Word(ConventionReader.Read(_context).Convention);
        var function = $"({convention}*{declarator})({string.Join(", ", parameters)})";
        return invoke.ReturnType.SpecialType == SpecialType.System_Boolean
            ? Join(Boolean(null), function)
            : Declare(invoke.ReturnType, function, isConst: false);
    }

    private string Parameter(IParameterSymbol parameter)
    {
        var name = Name(parameter.Name);
        if (parameter.Type.ElementType() is { } element)
        {
            var isConst = parameter.Type.Is(WellKnown.ReadOnlySpan) || parameter.Type.Is(WellKnown.ReadOnlyTensorSpan);
            return Declare(element, "*" + name, isConst, isPointedAt: true);
        }

        if (parameter.RefKind != RefKind.None)
        {
            return Declare(parameter.Type, "*" + name, isConst: parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter, isPointedAt: true);
        }

        return parameter.Type.SpecialType switch
        {
            SpecialType.System_Boolean => Join(Boolean(parameter), name),
            SpecialType.System_String => "const char *" + name,
            _ when parameter.GetAttributes().Find(WellKnown.UserDataAttribute) is not null => "void *" + name,
            _ => Declare(parameter.Type, name, isConst: false),
        };
    }

    private string Boolean(IParameterSymbol? parameter) =>
        MarshalAsRules.Kind(_context, parameter) == UnmanagedType.U1 ? "bool" : "int";

    /// <param name="type">The type of what is declared.</param>
    /// <param name="declarator">Its name, with what stands around it already.</param>
    /// <param name="isConst">Whether it is only read.</param>
    /// <param name="isPointedAt">Whether a pointer leads to it, so that the members of a struct do not matter.</param>
    private string Declare(ITypeSymbol type, string declarator, bool isConst, bool isPointedAt = false)
    {
        switch (type)
        {
            case IPointerTypeSymbol pointer:
                return Declare(pointer.PointedAtType, Star(declarator, isConst), isConst: false, isPointedAt: true);
            case IFunctionPointerTypeSymbol:
                return "void " + Star(declarator, isConst);
            case INamedTypeSymbol callback when type.Is(WellKnown.NativeCallback):
                return Callback(callback.TypeArguments[0], isConst ? Join("const", declarator) : declarator);
            case INamedTypeSymbol { EnumUnderlyingType: { } underlying }:
                return Declare(underlying, declarator, isConst);
            default:
                return Join((isConst ? "const " : "") + (Scalar(type) ?? Struct((INamedTypeSymbol)type, isPointedAt)), declarator);
        }
    }

    private string Callback(ITypeSymbol type, string declarator)
    {
        var isTold = _level < MostLevels && type is INamedTypeSymbol { DelegateInvokeMethod: not null };
        var declaration = isTold ? DeclarationRules.FindDeclaration((INamedTypeSymbol)type, _context.Compilation) : null;
        if (declaration is null)
        {
            return "void *" + declarator;
        }

        var context = new SignatureContext((INamedTypeSymbol)type, declaration, isForeign: false, _context.Compilation);
        return new CNotation(context, _level + 1).Function(declarator);
    }

    private static string? Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Void => "void",
        SpecialType.System_SByte => "int8_t",
        SpecialType.System_Byte => "uint8_t",
        SpecialType.System_Int16 => "int16_t",
        SpecialType.System_UInt16 => "uint16_t",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint32_t",
        SpecialType.System_Int64 => "int64_t",
        SpecialType.System_UInt64 => "uint64_t",
        SpecialType.System_IntPtr => "intptr_t",
        SpecialType.System_UIntPtr => "size_t",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        _ when type.Is(WellKnown.Complex) => "double _Complex",
        _ when type.Is(WellKnown.CLong) => "long",
        _ when type.Is(WellKnown.CULong) => "unsigned long",
        _ => null,
    };

    private string Struct(INamedTypeSymbol structure, bool isPointedAt) =>
        $"struct {Name(structure.Name)}{(isPointedAt || _level == MostLevels || !StructLayouts.IsPlain(structure) ? "" : Members(structure))}";

    private string Members(INamedTypeSymbol structure)
    {
        var inside = new CNotation(_context, _level + 1);
        var count = structure.OriginalDefinition.GetAttributes().Find(WellKnown.InlineArrayAttribute)?.ConstructorArguments.FirstOrDefault().Value;
        var members = TypeRules.InstanceFields(structure)
            .Select(field => inside.Member(field, field.IsFixedSizeBuffer ? field.FixedSize : count));
        return $" {{ {string.Join(" ", members)} }}";
    }

    private string Member(IFieldSymbol field, object? count)
    {
        var type = field.IsFixedSizeBuffer ? ((IPointerTypeSymbol)field.Type).PointedAtType : field.Type;
        var name = Name((field.AssociatedSymbol ?? field).Name);
        return Declare(type, count is null ? name : $"{name}[{count}]", isConst: false) + ";";
    }

    private static string Star(string declarator, bool isConst) => isConst ? Join("*const", declarator) : "*" + declarator;

    private static string Join(string words, string declarator) => declarator.Length == 0 ? words : words + " " + declarator;

    /// <summary>The name as C has it; empty where it has characters that C has not.</summary>
    private static string Name(string name) =>
        name.All(static character => char.IsLetterOrDigit(character) || character == '_') ? CKeywords.Name(name) : "";
}
