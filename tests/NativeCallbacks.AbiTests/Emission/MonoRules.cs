using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>
/// What Mono and the <c>System.Memory</c> of its framework cannot do, whoever calls: structs that would show it are declared in
/// other words there, that mean the same bytes. docs/abi.md has the proof of each.
/// </summary>
internal static class MonoRules
{
    /// <summary>
    /// Mono dies over a struct for registers in which eight bytes lie behind the first element of a fixed buffer, since it
    /// knows that element alone. Such a buffer is declared as one field an element.
    /// </summary>
    public static bool HasFixedBufferInRegisters(StructType type, Target target) =>
        !target.IsModern && type.Size <= 16 && type.Fields.Any(static field => field is { Form: ArrayForm.FixedBuffer, Count: > 1 });

    /// <summary>Spans of <c>System.Memory</c> refuse elements that hold a pointer. It is declared as an integer.</summary>
    public static bool HasPointerInElement(StructType type, TypeNames names, Target target) =>
        !target.IsModern && names.IsElement(type) && type.Fields.Any(static field => field.Type is ScalarType { Form: ScalarForm.Pointer });
}
