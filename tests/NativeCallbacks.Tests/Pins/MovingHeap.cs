using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Pins;

/// <summary>Moves what nobody holds in place.</summary>
internal static unsafe class MovingHeap
{
    /// <summary>The last of the garbage: what nobody could ever see, the JIT would not put on the heap.</summary>
    private static double[]? _seen;

    /// <summary>Allocates an array behind garbage, so that a compaction has room to move it to.</summary>
    public static double[] AllocateMovable(int length)
    {
        AllocateGarbage(200, 8);
        return new double[length];
    }

    public static void Compact()
    {
        AllocateGarbage(100, 16);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

        // What moved away is written over.
        AllocateGarbage(100, 8);
    }

    /// <summary>Allocates arrays that nobody needs.</summary>
    public static void AllocateGarbage(int count, int length)
    {
        for (var i = 0; i < count; i++)
        {
            var garbage = new double[length];
            garbage.AsSpan().Fill(-999);
            _seen = garbage;
        }
    }

    /// <summary>Where the array is now. Not inlined, because the JIT assumes that two addresses of one array are the same.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint AddressOf(double[] array) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
