using System.Text;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>The bytes that an argument must have, computed from its name alone. <c>native</c> says the same in C.</summary>
    internal static unsafe class Naming
    {
        public const int Result = 30;

        private static readonly byte[] Dimensions = { 0, 1, 2, 3, 1, 2, 3, 2 };
        private static readonly int[] Sizes = { 1, 1, 2, 2, 4, 4, 8, 8, 4, 8 };

        public static int Size(Kind kind) => Sizes[(int)kind];

        public static ulong Name(Phase phase, int parameter, int element, int leaf)
        {
            unchecked
            {
                var state = Library.State;
                var call = Mix(state->Seed) + ((ulong)(uint)state->Key << 32) + (uint)state->Set;
                var place = ((ulong)phase << 56) + ((ulong)parameter << 48) + ((ulong)element << 24) + (ulong)leaf;
                return Mix(Mix(call) + place);
            }
        }

        /// <summary>The bytes of one number. Exponents stay in the middle of their range, so that no NaN is ever quieted.</summary>
        public static ulong Number(Kind kind, Phase phase, int parameter, int element, int leaf)
        {
            if (phase == Phase.Cleared)
            {
                return 0;
            }

            var name = Name(phase, parameter, element, leaf);
            switch (kind)
            {
                case Kind.F32:
                    return (name & 0x807fffff) | ((((name >> 32) & 0x7f) + 64) << 23);
                case Kind.F64:
                    return (name & 0x800fffffffffffff) | ((((name >> 52) & 0x3ff) + 512) << 52);
                default:
                    return name;
            }
        }

        public static long Integer(int parameter, Kind kind, Phase phase) => Widen(Number(kind, phase, parameter, 0, 0), kind);

        public static long Dimension(int parameter) => Dimensions[Name(Phase.Count, parameter, 0, 0) & 7];

        public static int Slack(int parameter) => (int)(Name(Phase.Slack, parameter, 0, 0) % 3);

        public static bool IsAbsent(int parameter) => (Name(Phase.Absent, parameter, 0, 0) & 3) == 0;

        public static bool Bit(int parameter, Phase phase) => (Name(phase, parameter, 0, 0) & 1) != 0;

        /// <summary>Every second status is a success: zero, not negative, or not zero.</summary>
        public static long Status(Kind kind, int convention)
        {
            var succeeds = Bit(Result, Phase.Status);
            var code = Number(kind, Phase.Out, Result, 0, 0);
            var sign = 1UL << ((Size(kind) * 8) - 1);
            switch (convention)
            {
                case 1:
                    return Widen(succeeds ? code & ~sign : code | sign, kind);
                case 2:
                    return Widen(succeeds ? code | 1 : 0, kind);
                default:
                    return Widen(succeeds ? 0 : code | 1, kind);
            }
        }

        public static int Errno() => (int)(Name(Phase.Errno, 0, 0, 0) % 100) + 1;

        /// <summary>Characters that take one to four bytes in UTF-8; null for a text that is left out.</summary>
        public static string? Text(int parameter)
        {
            if (IsAbsent(parameter))
            {
                return null;
            }

            var name = Name(Phase.Text, parameter, 0, 0);
            var length = (int)(((name >> 8) & 7) == 0 ? 250 + ((name >> 16) & 63) : (name >> 16) & 15);
            var text = new StringBuilder();
            for (var index = 0; index < length; index++)
            {
                text.Append(char.ConvertFromUtf32(Character(Name(Phase.Text, parameter, 0, index + 1))));
            }

            return text.ToString();
        }

        private static int Character(ulong name)
        {
            var draw = unchecked((uint)(name >> 8));
            switch (name & 3)
            {
                case 0:
                    return (int)(0x20 + (draw % 0x5f));
                case 1:
                    return (int)(0x80 + (draw % 0x780));
                case 2:
                    return (int)(0x800 + (draw % 0xc800));
                default:
                    return (int)(0x10000 + (draw % 0x100000));
            }
        }

        private static long Widen(ulong bits, Kind kind)
        {
            unchecked
            {
                switch (kind)
                {
                    case Kind.I8:
                        return (sbyte)bits;
                    case Kind.U8:
                        return (byte)bits;
                    case Kind.I16:
                        return (short)bits;
                    case Kind.U16:
                        return (ushort)bits;
                    case Kind.I32:
                        return (int)bits;
                    case Kind.U32:
                        return (uint)bits;
                    default:
                        return (long)bits;
                }
            }
        }

        /// <summary>The finalizer of SplitMix64.</summary>
        private static ulong Mix(ulong x)
        {
            unchecked
            {
                x ^= x >> 30;
                x *= 0xbf58476d1ce4e5b9;
                x ^= x >> 27;
                x *= 0x94d049bb133111eb;
                return x ^ (x >> 31);
            }
        }
    }
}
