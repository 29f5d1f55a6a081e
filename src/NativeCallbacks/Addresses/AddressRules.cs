using System.Globalization;

namespace NativeCallbacks;

/// <summary>Decides whether a function can start at an address, as far as the platform reports it.</summary>
internal static class AddressRules
{
    /// <summary>The address, why no function starts there, and the remedy; null if a function may start there.</summary>
    public static string? Refusal(NativeAddress address)
    {
        if (address.IsMapped == false)
        {
            return $"{address}. Its code was unloaded or freed, or it never was an address. Get the address from its owner again, and keep the owner alive.";
        }

        if (address.Protection?.HasFlag(MemoryProtection.Execute) == false)
        {
            return $"{address}, which is data and not code. Pass the address of the function, not of a variable that holds it.";
        }

        return address is { SymbolIsData: false, SymbolOffset: > 0, SymbolSize: { } size } && address.SymbolOffset < size
            ? $"{address}, which is inside a function of {size.ToString(CultureInfo.InvariantCulture)} bytes. Pass the address at which it starts."
            : null;
    }
}
