using System.Runtime.InteropServices;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>The numbers that arguments are made of, in the order of <c>abi_kind</c>.</summary>
    internal enum Kind
    {
        I8, U8, I16, U16, I32, U32, I64, U64, F32, F64,
    }

    /// <summary>What a name is for, in the order of <c>abi_phase</c>.</summary>
    internal enum Phase
    {
        In, Out, Cleared, Count, Slack, Absent, Text, Status, Errno,
    }

    /// <summary>What was wrong, in the order of <c>abi_what</c>.</summary>
    internal enum What
    {
        Bytes, Address, Rank, Length, Characters, Code,
    }

    /// <summary>Some equal numbers of a struct, one beside the other.</summary>
    internal readonly struct Leaf
    {
        public Leaf(long offset, Kind kind, int count)
        {
            Offset = (int)offset;
            Kind = kind;
            Count = count;
        }

        public readonly int Offset;
        public readonly Kind Kind;
        public readonly int Count;
    }

    /// <summary><c>abi_state</c>: one for each library, shared by both sides.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct State
    {
        public const int Parameters = 32;
        public const int Room = 8192;

        private const int Depths = 8;

        public ulong Seed;
        public int Key;
        public int Set;
        public int Depth;
        public int Failed;
        public int FailedKey;
        public int Managed;
        public What What;
        public Phase Phase;
        public int Parameter;
        public int Element;
        public int Leaf;
        public int Offset;
        public ulong Expected;
        public ulong Was;
        public long Compared;
        public fixed ulong Handed[Depths * Parameters];
        public byte* Arena;
    }
}
