using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>
/// What Mono and the <c>System.Memory</c> of its framework do wrong, whoever calls: such structs are declared in other words
/// there, that mean the same bytes, and where there are none, signatures are left out. docs/abi.md has the proof of each.
/// </summary>
internal static class MonoRules
{
    /// <summary>The largest struct that crosses in registers, on x86-64.</summary>
    private const int LargestInRegisters = 16;

    /// <summary>
    /// Of a fixed buffer Mono knows the first element alone, so that it loses others on the way to registers, or dies. It is
    /// declared as one field an element.
    /// </summary>
    public static bool HasFixedBufferInRegisters(StructType type, Target target) =>
        !target.IsModern && type.Size <= LargestInRegisters && type.Fields.Any(static field => field is { Form: ArrayForm.FixedBuffer, Count: > 1 });

    /// <summary>Spans of <c>System.Memory</c> refuse elements that hold a pointer. It is declared as an integer.</summary>
    public static bool HasPointerInElement(StructType type, TypeNames names, Target target) =>
        !target.IsModern && names.IsElement(type) && type.Fields.Any(static field => field.Type is ScalarType { Form: ScalarForm.Pointer });

    /// <summary>
    /// Signatures are left out that pass a small struct by value, or call one that does: of a struct in a struct in a struct Mono
    /// mistakes the place, and dies, or loses bytes; one with unaligned fields it puts into registers, where it belongs into memory;
    /// of a struct that something overlays, an enum say, it loses bytes.
    /// </summary>
    public static bool PassesMistakenStruct(Signature signature, Target target) => !target.IsModern
        && signature.Closure().SelectMany(ByValue).OfType<StructType>().Any(static type =>
            type.Size <= LargestInRegisters && (Depth(type) > 2 || type.HasUnalignedNumber() || HasOverlaidStruct(type)));

    /// <summary>Mono dies when it makes a native function of a delegate that returns a generic struct. Signatures with such handlers are left out.</summary>
    public static bool ReturnsGenericStruct(Signature signature, Target target) => !target.IsModern
        && signature.Closure().Any(static item => item is { HasHandlers: true, Result: ValueResult { Type: StructType { Form: StructForm.Twin } } });

    private static IEnumerable<NativeType> ByValue(Signature signature) => signature.Parameters.OfType<ValueParameter>()
        .Select(static parameter => parameter.ValueType)
        .Concat(signature.Result is ValueResult value ? [value.Type] : []);

    private static bool HasOverlaidStruct(StructType type) =>
        (type.Form == StructForm.Overlay && type.Fields.Any(static field => Depth(field.Type) > 0))
        || type.Fields.Select(static field => field.Type).OfType<StructType>().Any(HasOverlaidStruct);

    /// <summary>How many structs stand around the innermost number. On Mono, arrays in structs are structs themselves.</summary>
    private static int Depth(NativeType type) => type switch
    {
        StructType { Form: StructForm.Framework } => 1,
        StructType structure => 1 + structure.Fields.Max(static field => Depth(field.Type) + (field.Form == ArrayForm.None ? 0 : 1)),
        ScalarType { Form: ScalarForm.Long or ScalarForm.Callback } => 1,
        _ => 0,
    };
}
