using System.Numerics;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Scalars;

/// <summary>Integers of every width and sign, and the unbounded ones that tests compute with.</summary>
internal static unsafe class MachineInteger
{
    public static T Least<T>()
        where T : unmanaged => Wrap<T>(IsSigned<T>() ? -HalfOfAll<T>() : 0);

    public static T Greatest<T>()
        where T : unmanaged => Wrap<T>((IsSigned<T>() ? HalfOfAll<T>() : 2 * HalfOfAll<T>()) - 1);

    /// <summary>What C makes of a value that does not fit: its lowest bits.</summary>
    public static T Wrap<T>(BigInteger value)
        where T : unmanaged
    {
        var bits = (ulong)(value & ulong.MaxValue);
        return *(T*)&bits;
    }

    public static BigInteger Value<T>(T integer)
        where T : unmanaged
    {
        var bits = 0UL;
        *(T*)&bits = integer;
        return IsSigned<T>() && bits >= HalfOfAll<T>() ? bits - (2 * HalfOfAll<T>()) : bits;
    }

    private static bool IsSigned<T>()
        where T : unmanaged => default(T) is sbyte or short or int or long or nint or CLong;

    private static BigInteger HalfOfAll<T>()
        where T : unmanaged => BigInteger.One << ((8 * sizeof(T)) - 1);
}
