using System.Globalization;

namespace NativeCallbacks;

/// <summary>Which addresses can be those of functions, as far as the platform tells.</summary>
internal static class AddressRules
{
    /// <summary>The address, why no function begins there, and the way out; null where one may.</summary>
    public static string? Refusal(NativeAddress address)
    {
        if (address.IsMapped == false)
        {
            return $"{address}. Its code was unloaded or freed, or it never was an address; ask its owner again, and keep the owner alive.";
        }

        if (address.Protection?.HasFlag(MemoryProtection.Execute) == false)
        {
            return $"{address}, which is data and not code. Pass the address of the function, not of a variable that holds it.";
        }

        return address is { SymbolIsData: false, SymbolOffset: > 0, SymbolSize: { } size } && address.SymbolOffset < size
            ? $"{address}, which is inside a function of {size.ToString(CultureInfo.InvariantCulture)} bytes. Pass the address that it begins at."
            : null;
    }
}
