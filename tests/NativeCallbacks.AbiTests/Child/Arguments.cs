using System;
using System.Text;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>What the emitted methods do with arguments: make them, and compare them with their names.</summary>
    internal static unsafe class Arguments
    {
        /// <summary>Begins a call of native code; <see cref="Return"/> ends it.</summary>
        /// <returns>The key of the call that is interrupted.</returns>
        public static int Call(int key)
        {
            Library.State->Depth++;
            return Receive(key);
        }

        public static void Return(int key)
        {
            Library.State->Depth--;
            Done(key);
        }

        /// <summary>Begins a call by native code; <see cref="Done"/> ends it.</summary>
        public static int Receive(int key)
        {
            var interrupted = Library.State->Key;
            Library.State->Key = key;
            return interrupted;
        }

        public static void Done(int key) => Library.State->Key = key;

        /// <summary>Whether nothing was wrong so far.</summary>
        public static bool AreRight => Library.State->Failed == 0;

        /// <summary>Where an argument lies that is passed by address.</summary>
        public static byte* Room(int parameter) =>
            Library.State->Arena + (((Library.State->Depth * State.Parameters) + parameter) * State.Room);

        /// <summary>Tells native code the address or the context that it will be passed.</summary>
        public static void Hand(int parameter, nint value) =>
            Library.State->Handed[(Library.State->Depth * State.Parameters) + parameter] = (ulong)value;

        public static nint Drawn(int parameter) => unchecked((nint)Naming.Name(Phase.In, parameter, 0, 0));

        /// <summary>How many elements a span gets whose shape asks for <paramref name="count"/>.</summary>
        public static int Length(int parameter, long count, bool isOptional, bool isExact) =>
            isOptional && Naming.IsAbsent(parameter) ? 0 : (int)count + (isExact ? 0 : Naming.Slack(parameter));

        public static void Fill(int parameter, int element, void* value, Leaf[] leaves, Phase phase)
        {
            var index = 0;
            foreach (var leaf in leaves)
            {
                var size = Naming.Size(leaf.Kind);
                var at = (byte*)value + leaf.Offset;
                for (var item = 0; item < leaf.Count; item++, index++, at += size)
                {
                    var bits = Naming.Number(leaf.Kind, phase, parameter, element, index);
                    Buffer.MemoryCopy(&bits, at, size, size);
                }
            }
        }

        public static void Check(int parameter, int element, void* value, Leaf[] leaves, Phase phase)
        {
            var index = 0;
            foreach (var leaf in leaves)
            {
                var size = Naming.Size(leaf.Kind);
                for (var item = 0; item < leaf.Count; item++, index++)
                {
                    var offset = leaf.Offset + (item * size);
                    var bits = Naming.Number(leaf.Kind, phase, parameter, element, index);
                    Compare(phase, parameter, element, index, offset, (byte*)&bits, (byte*)value + offset, size);
                }
            }
        }

        /// <summary>Eight bytes, so that a narrow argument that was not extended is seen.</summary>
        public static void CheckInteger(int parameter, long was, long expected, Phase phase) =>
            Compare(phase, parameter, 0, 0, 0, (byte*)&expected, (byte*)&was, sizeof(long));

        public static bool CheckAddress(int parameter, void* was, void* expected)
        {
            Library.State->Compared += sizeof(ulong);
            if (was == expected)
            {
                return true;
            }

            Fail(What.Address, Phase.In, parameter, 0, 0, 0, (ulong)expected, (ulong)was);
            return false;
        }

        /// <summary>Whether a span that a handler was given is where it must be, and as long; false also for one without elements.</summary>
        public static bool CheckSpan(int parameter, void* was, int length, long count, bool isOptional)
        {
            var expected = isOptional && Naming.IsAbsent(parameter) ? 0 : count;
            return CheckLength(What.Length, parameter, 0, length, expected) && length != 0 && CheckAddress(parameter, was, Room(parameter));
        }

        /// <summary>The same of a tensor: its lengths are those of its shape, and it has none where it was left out.</summary>
        public static bool CheckTensor(int parameter, void* was, ReadOnlySpan<nint> lengths, nint[] shape, bool isOptional)
        {
            var expected = isOptional && Naming.IsAbsent(parameter) ? new nint[0] : shape;
            var isRight = CheckLength(What.Rank, parameter, 0, lengths.Length, expected.Length);
            var count = (nint)(expected.Length == 0 ? 0 : 1);
            for (var index = 0; isRight && index < expected.Length; index++)
            {
                isRight = CheckLength(What.Length, parameter, index, lengths[index], expected[index]);
                count *= expected[index];
            }

            return isRight && count != 0 && CheckAddress(parameter, was, Room(parameter));
        }

        /// <summary>A text in the room of its parameter, behind where native code writes what it expects.</summary>
        public static Utf8Pointer TextPointer(int parameter)
        {
            if (Naming.Text(parameter) is not { } text)
            {
                return default;
            }

            var bytes = System.Text.Encoding.UTF8.GetBytes(text + "\0");
            var start = Room(parameter) + (State.Room / 2);
            for (var index = 0; index < bytes.Length; index++)
            {
                start[index] = bytes[index];
            }

            return new Utf8Pointer((nint)start);
        }

        public static void CheckText(int parameter, string? was)
        {
            var expected = Naming.Text(parameter);
            Library.State->Compared += 2 * ((expected?.Length ?? 0) + 1);
            if (string.Equals(expected, was, StringComparison.Ordinal))
            {
                return;
            }

            var at = 0;
            while (at < expected?.Length && at < was?.Length && expected[at] == was[at])
            {
                at++;
            }

            Fail(What.Characters, Phase.Text, parameter, 0, 0, at, At(expected, at), At(was, at));
        }

        /// <summary>A status and whether it was thrown, which failing ones must be.</summary>
        public static void CheckStatus(Kind kind, int convention, long was, bool isThrown)
        {
            CheckInteger(Naming.Result, was, Naming.Status(kind, convention), Phase.Out);
            CheckCode(Phase.Status, isThrown ? 1 : 0, Naming.Bit(Naming.Result, Phase.Status) ? 0 : 1);
        }

        public static void CheckErrno(int was) => CheckCode(Phase.Errno, was, Naming.Errno());

        private static bool CheckLength(What what, int parameter, int index, long was, long expected)
        {
            Library.State->Compared += sizeof(int);
            if (was == expected)
            {
                return true;
            }

            Fail(what, Phase.Count, parameter, index, 0, 0, (ulong)expected, (ulong)was);
            return false;
        }

        private static void CheckCode(Phase phase, int was, int expected)
        {
            Library.State->Compared += sizeof(int);
            if (was != expected)
            {
                Fail(What.Code, phase, Naming.Result, 0, 0, 0, (ulong)expected, (ulong)was);
            }
        }

        private static ulong At(string? text, int index) => text is null ? 0xffffffff : index < text.Length ? text[index] : 0u;

        private static void Compare(Phase phase, int parameter, int element, int leaf, int offset, byte* expected, byte* was, int size)
        {
            Library.State->Compared += size;
            for (var at = 0; at < size; at++)
            {
                if (expected[at] != was[at])
                {
                    Fail(What.Bytes, phase, parameter, element, leaf, offset + at, expected[at], was[at]);
                    return;
                }
            }
        }

        private static void Fail(What what, Phase phase, int parameter, int element, int leaf, int offset, ulong expected, ulong was)
        {
            var state = Library.State;
            if (state->Failed != 0)
            {
                return;
            }

            state->Failed = 1;
            state->Managed = 1;
            state->FailedKey = state->Key;
            state->What = what;
            state->Phase = phase;
            state->Parameter = parameter;
            state->Element = element;
            state->Leaf = leaf;
            state->Offset = offset;
            state->Expected = expected;
            state->Was = was;
        }
    }
}
