using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>A table of functions of C, in which one slot at a time is read.</summary>
    internal static unsafe class Tables
    {
        private const int Slots = 5;

        private static readonly nint* Table = (nint*)Marshal.AllocHGlobal(Slots * sizeof(nint));

        /// <summary>The table, with a function in a slot, and in no other.</summary>
        public static nint Of(int slot, nint function)
        {
            for (var index = 0; index < Slots; index++)
            {
                Table[index] = index == slot ? function : 0;
            }

            return (nint)Table;
        }
    }
}
