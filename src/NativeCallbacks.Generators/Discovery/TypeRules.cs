using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>Decides which types have the same bytes on both sides, at any depth, and how the others are rejected.</summary>
internal static class TypeRules
{
    /// <summary>
    /// More than the nesting of any real struct. An invalid struct can contain itself: the compiler reports it, but runs the analyzers
    /// nevertheless.
    /// </summary>
    private const int MostLevels = 32;

    /// <summary>
    /// Framework structs whose bytes are known to be passed unchanged. Reference assemblies do not show the fields of
    /// others.
    /// </summary>
    private static readonly string[] Known =
    [
        "System.Guid",
        WellKnown.Complex,
        "System.Numerics.Vector2",
        "System.Numerics.Vector3",
        "System.Numerics.Vector4",
        WellKnown.CLong,
        WellKnown.CULong,
        WellKnown.NativeCallback,
        WellKnown.Utf8Pointer,
    ];

    /// <summary>Why a type cannot be passed by value; null if it can.</summary>
    public static TypeRejection? Rejection(ITypeSymbol type, Compilation compilation) => Rejection(type, compilation, 0);

    /// <summary>A parameter, or the result for null, as a message begins.</summary>
    public static string Subject(IParameterSymbol? parameter) => parameter is null ? "The result" : $"'{parameter.Name}'";

    /// <param name="context">The declaration.</param>
    /// <param name="parameter">The parameter to underline; null for the result.</param>
    /// <param name="subject">What has the type, as a message begins: <c>'x'</c>, <c>The result</c>.</param>
    /// <param name="type">The type that it has, as messages name it: <c>ref string</c>.</param>
    /// <param name="rejection">Why it is rejected.</param>
    public static void Reject(SignatureContext context, IParameterSymbol? parameter, string subject, string type, TypeRejection rejection)
    {
        if (rejection.Field is { } field)
        {
            context.RejectAt(parameter, Rules.StructField, subject, type, field, TypeNames.Message(rejection.Type), rejection.Fact, rejection.Remedy);
        }
        else
        {
            context.RejectAt(parameter, Rules.UnsupportedType, subject, type, rejection.Fact, rejection.Remedy);
        }
    }

    private static TypeRejection? Rejection(ITypeSymbol type, Compilation compilation, int level)
    {
        // The compiler reports an error type, and another rule reports a type parameter.
        if (IsScalar(type) || type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            return null;
        }

        if (RejectedTypes.Find(type) is { } rejection)
        {
            return rejection;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } structure)
        {
            return type.TypeKind == TypeKind.FunctionPointer
                ? null
                : new TypeRejection(type, "has no C equivalent", "use a struct");
        }

        return Known.Any(structure.Is) ? null : StructRejection(structure, compilation, level);
    }

    /// <summary>Whether a value that can cross holds a <c>NativeCallback&lt;T&gt;</c>.</summary>
    public static bool HoldsCallback(ITypeSymbol type) =>
        type.Is(WellKnown.NativeCallback)
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Struct } structure
            && !IsScalar(type)
            && InstanceFields(structure).Any(static field => HoldsCallback(field.Type)));

    private static bool IsScalar(ITypeSymbol type) => type.TypeKind is TypeKind.Enum or TypeKind.Pointer
        || type.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte
            or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            or SpecialType.System_Single or SpecialType.System_Double;

    private static TypeRejection? StructRejection(INamedTypeSymbol structure, Compilation compilation, int level)
    {
        if (level == MostLevels)
        {
            return new TypeRejection(structure, "contains itself", "use a pointer for one of them");
        }

        var fields = InstanceFields(structure).ToList();
        if (fields.Count == 0)
        {
            return new TypeRejection(structure, "has no fields, which C forbids", "remove it, or declare the fields of the native struct");
        }

        if (StructLayouts.IsAuto(structure, compilation))
        {
            return new TypeRejection(structure, "has a layout that the runtime chooses", "add [StructLayout(LayoutKind.Sequential)]");
        }

        // The placeholder of reference assemblies for the real fields.
        if (fields.Any(static field => field.Name is "_dummy" or "_dummyPrimitive"))
        {
            return new TypeRejection(structure, "has a layout that is hidden from compilers", "declare a struct with the same fields");
        }

        return fields
            .Select(field => FieldRejection(field, compilation, level + 1)?.Inside((field.AssociatedSymbol ?? field).Name))
            .FirstOrDefault(static rejection => rejection is not null)
            ?? HiddenFieldRejection(structure);
    }

    /// <summary>The field behind an event is not among the members.</summary>
    private static TypeRejection? HiddenFieldRejection(INamedTypeSymbol structure) =>
        structure.IsUnmanagedType || GenericRules.IsOpen(structure)
            ? null
            : new TypeRejection(structure, "contains a managed object", "pass nint for a handle, or a struct for data");

    private static TypeRejection? FieldRejection(IFieldSymbol field, Compilation compilation, int level) =>
        field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer
            ? Rejection(buffer.PointedAtType, compilation, level)
            : Rejection(field.Type, compilation, level);

    public static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol structure) =>
        structure.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic);
}
