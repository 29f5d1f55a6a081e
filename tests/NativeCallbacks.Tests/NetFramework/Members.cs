using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests;

/// <summary>Members of the framework's types that .NET has, as far as tests use them.</summary>
internal static unsafe class Members
{
    /// <summary>Mono has it, and reference assemblies of .NET Framework 4.7.2 do not show it.</summary>
    private static readonly Func<long> AllocatedBytes = (Func<long>)Delegate.CreateDelegate(typeof(Func<long>), typeof(GC), "GetAllocatedBytesForCurrentThread");

    extension(GC)
    {
        public static long GetAllocatedBytesForCurrentThread() => AllocatedBytes();
    }

    extension(IntPtr)
    {
        public static nint MinValue => unchecked((nint)long.MinValue);

        public static nint MaxValue => unchecked((nint)long.MaxValue);
    }

    extension(BitConverter)
    {
        public static int SingleToInt32Bits(float value) => *(int*)&value;
    }

    extension(Convert)
    {
        public static string ToHexString(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace("-", "");
    }

    extension(Unsafe)
    {
        public static TTo BitCast<TFrom, TTo>(TFrom value)
            where TFrom : unmanaged
            where TTo : unmanaged => *(TTo*)&value;
    }

    extension(RuntimeHelpers)
    {
        /// <summary>A type that holds references has no unmanaged array.</summary>
        public static bool IsReferenceOrContainsReferences<T>()
        {
            try
            {
                GCHandle.Alloc(new T[1], GCHandleType.Pinned).Free();
                return false;
            }
            catch (ArgumentException)
            {
                return true;
            }
        }
    }

    extension(MemoryMarshal)
    {
        public static ref T GetArrayDataReference<T>(T[] array) => ref array[0];
    }

    extension(string text)
    {
        public int IndexOf(char character, StringComparison comparison) => text.IndexOf(character.ToString(), comparison);

        public string[] Split(char separator, StringSplitOptions options) => text.Split([separator], options);
    }
}

/// <summary>Separate, because the names are those of the signed integer.</summary>
internal static class UnsignedMembers
{
    extension(UIntPtr)
    {
        public static nuint MinValue => 0;

        public static nuint MaxValue => unchecked((nuint)ulong.MaxValue);
    }
}
