using System;

namespace NativeCallbacks;

/// <summary>
/// The types that Numba passes or returns by value differently from C (tested with Numba 0.56.4 on x86-64 Linux). They can all be
/// passed by pointer.
/// </summary>
internal static class NumbaTraps
{
    private const int Eightbyte = 8;

    /// <summary>Why the type cannot be passed by value, and the remedy; null if it can.</summary>
    public static string? Find(NativeType type) => type switch
    {
        ComplexType { Part.Size: 4 } =>
            "complex64 by value loses its imaginary part because Numba passes it differently from C; take 'CPointer(complex64)' or complex128",
        StructType { Members: null } =>
            "Numba passes a Record by value as a pointer, and C does not; take 'CPointer(…)' of it",
        StructType structure => FindInTuple(structure),
        _ => null,
    };

    /// <summary>
    /// Numba passes each item of a tuple in a separate register. C does so only if each item fills an eightbyte of the System V
    /// ABI (AMD64 supplement, 3.2.3); it packs smaller items into one register, and passes larger structs in memory.
    /// </summary>
    private static string? FindInTuple(StructType tuple)
    {
        const string Remedy = "take 'CPointer(…)' of the items, or one parameter for each";
        var members = tuple.Members!;
        if (members.Count == 0)
        {
            return "an empty tuple is not a value in C; remove it";
        }

        foreach (var member in members)
        {
            if (Size(member.Type) == 0)
            {
                return $"this tuple contains more than plain numbers and pointers, which Numba passes differently from C; {Remedy}";
            }
        }

        return members.Count switch
        {
            1 => null,
            2 when Math.Max(Size(members[0].Type), Size(members[1].Type)) == Eightbyte => null,
            2 => $"the items of this tuple share eight bytes, which Numba passes differently from C; {Remedy}",
            _ => $"Numba passes a tuple of more than two items differently from C; {Remedy}",
        };
    }

    /// <summary>The size in bytes of a number or pointer; zero for other types.</summary>
    private static int Size(NativeType type) => type switch
    {
        ScalarType scalar => scalar.Size,
        PointerType => IntPtr.Size,
        _ => 0,
    };
}
