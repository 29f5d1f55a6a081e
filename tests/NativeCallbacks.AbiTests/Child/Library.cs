using System;
using System.Collections.Generic;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>The compiled C of the batch, by the compiler and the optimization that is under test now.</summary>
    internal static unsafe class Library
    {
        private static readonly Dictionary<string, nint> Addresses = new Dictionary<string, nint>();
        private static NativeModule? s_module;

        /// <summary>What both sides share.</summary>
        public static State* State { get; private set; }

        /// <summary>Whether it is the library of the functions of APIs, which are looked up once.</summary>
        public static bool IsOfApis { get; private set; }

        public static void Use(string path, ulong seed)
        {
            IsOfApis = path.EndsWith("/clang-O0.so", StringComparison.Ordinal);
            Addresses.Clear();
            s_module = NativeModule.Load(path);
            State = (State*)Address("abi_shared");
            State->Seed = seed;
            State->Depth = -1;
        }

        public static nint Address(string symbol)
        {
            if (!Addresses.TryGetValue(symbol, out var address))
            {
                address = s_module!.GetAddress(symbol);
                Addresses.Add(symbol, address);
            }

            return address;
        }
    }
}
