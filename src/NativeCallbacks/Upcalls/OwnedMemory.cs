using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: native memory that is never freed, because native code may use it at any time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OwnedMemory
{
    /// <summary>
    /// How many null slots are behind those that an interface declares. C libraries read all members of their struct, and those at its end
    /// are often optional: an interface that leaves them out must not make the library read foreign memory.
    /// </summary>
    private const int NullSlots = 64;

    /// <summary>Memory for a table: filled with zeros, as is some more behind it.</summary>
    /// <param name="size">The size of the declared slots in bytes.</param>
    public static nint AllocateTable(int size) => Allocate(size + (NullSlots * IntPtr.Size));

    /// <summary>Memory that is filled with zeros.</summary>
    /// <param name="size">Its size in bytes.</param>
    public static nint Allocate(int size)
    {
        var memory = Marshal.AllocHGlobal(size);
        unsafe
        {
            new Span<byte>((void*)memory, size).Clear();
        }

        return memory;
    }
}
