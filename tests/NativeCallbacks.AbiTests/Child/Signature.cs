using System;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>A drawn signature, and how it is called.</summary>
    internal sealed class Signature
    {
        public Signature(int number, Action down, Action? up)
        {
            Number = number;
            Down = down;
            Up = up;
        }

        public int Number { get; }

        /// <summary>C# calls C.</summary>
        public Action Down { get; }

        /// <summary>C calls a handler; null where the signature has none.</summary>
        public Action? Up { get; }
    }
}
