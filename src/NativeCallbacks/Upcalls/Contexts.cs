using System;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// The numbers that native code passes back as contexts. One counter serves the whole process, so that no two callbacks of
/// any signature have the same context: a stale one, or one of another signature, is recognised and never dereferenced.
/// </summary>
/// <remarks>
/// The counter is scrambled one-to-one, because the low bits of a context are its place in a table: plain numbers that many
/// signatures take in turn would fall on few places. Xorshift by half the width and multiplication by an odd number are both
/// invertible, so a number can be traced back to the counter. A context is reused only when the counter wraps: after 2⁶⁴ numbers,
/// and on 32-bit platforms after 2³², which are about 2³¹ callbacks, because numbers whose places are taken are skipped.
/// </remarks>
internal static class Contexts
{
    private static long issued;

    /// <summary>A context that has not been issued before the counter wraps; never zero.</summary>
    public static nint Next() => Next(ref issued, IntPtr.Size);

    /// <summary>Whether some callback has, or had, the context.</summary>
    public static bool WasIssued(nint context) => WasIssued(context, Interlocked.Read(ref issued), IntPtr.Size);

    /// <summary>The same for a counter and a pointer size in bytes that need not be those of this process.</summary>
    internal static nint Next(ref long issued, int pointerSize)
    {
        nint context;
        do
        {
            var number = Interlocked.Increment(ref issued);
            context = unchecked(pointerSize == 8 ? (nint)Scramble((ulong)number) : (nint)(int)Scramble((uint)number));
        }
        while (context == 0);

        return context;
    }

    internal static bool WasIssued(nint context, long issued, int pointerSize)
    {
        var number = unchecked(pointerSize == 8 ? Unscramble((ulong)context) : Unscramble((uint)(int)context));
        return number != 0 && number <= (ulong)issued;
    }

    internal static ulong Scramble(ulong number)
    {
        number ^= number >> 32;
        number = unchecked(number * 0x9E3779B97F4A7C15);
        return number ^ (number >> 32);
    }

    internal static ulong Unscramble(ulong context)
    {
        context ^= context >> 32;
        context = unchecked(context * 0xF1DE83E19937733D); // The inverse of the factor above, modulo 2⁶⁴.
        return context ^ (context >> 32);
    }

    internal static uint Scramble(uint number)
    {
        number ^= number >> 16;
        number = unchecked(number * 0x9E3779B1);
        return number ^ (number >> 16);
    }

    internal static uint Unscramble(uint context)
    {
        context ^= context >> 16;
        context = unchecked(context * 0xE8B2F51); // The inverse of the factor above, modulo 2³².
        return context ^ (context >> 16);
    }
}
