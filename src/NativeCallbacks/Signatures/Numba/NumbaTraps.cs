using System;

namespace NativeCallbacks;

/// <summary>
/// What a Numba function takes or returns by value in another way than C does (run with Numba 0.56.4 on x86-64 Linux). Behind
/// a pointer all of it is right.
/// </summary>
internal static class NumbaTraps
{
    private const int Eightbyte = 8;

    /// <summary>Why the type cannot cross by value, and the way out; null where it can.</summary>
    public static string? Find(NativeType type) => type switch
    {
        ComplexType { Part.Size: 4 } =>
            "complex64 by value loses its imaginary part, since Numba passes it otherwise than C; take 'CPointer(complex64)' or complex128",
        StructType { Members: null } =>
            "a Record by value is passed as a pointer by Numba and not by C; take 'CPointer(…)' of it",
        StructType structure => FindInTuple(structure),
        _ => null,
    };

    /// <summary>
    /// Numba passes each item of a tuple in a register of its own. C does so too where each fills eight bytes of its own, as
    /// the eightbytes of the System V ABI (AMD64 supplement, 3.2.3) have it; smaller ones C packs, larger tuples go to memory.
    /// </summary>
    private static string? FindInTuple(StructType tuple)
    {
        const string Remedy = "take 'CPointer(…)' of the items, or one parameter for each";
        var members = tuple.Members!;
        if (members.Count == 0)
        {
            return "an empty tuple is no value in C; leave it out";
        }

        foreach (var member in members)
        {
            if (Size(member.Type) == 0)
            {
                return $"this tuple holds more than plain numbers and pointers, which Numba passes otherwise than C; {Remedy}";
            }
        }

        return members.Count switch
        {
            1 => null,
            2 when Math.Max(Size(members[0].Type), Size(members[1].Type)) == Eightbyte => null,
            2 => $"the items of this tuple share eight bytes, which Numba passes otherwise than C; {Remedy}",
            _ => $"a tuple of more than two items is passed otherwise by Numba than by C; {Remedy}",
        };
    }

    /// <summary>The size in bytes of a number or pointer; zero for all else.</summary>
    private static int Size(NativeType type) => type switch
    {
        ScalarType scalar => scalar.Size,
        PointerType => IntPtr.Size,
        _ => 0,
    };
}
