using System.Globalization;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>Decides whether a function can start at an address, as far as the platform reports it.</summary>
internal static class AddressRules
{
    private const int Arm64InstructionSize = 4;

    /// <summary>The address, why no function starts there, and the remedy; null if a function may start there.</summary>
    /// <param name="address">What is known about the address.</param>
    /// <param name="architecture">The processor that would run the function.</param>
    public static string? Refusal(NativeAddress address, Architecture architecture)
    {
        if (address.IsMapped == false)
        {
            return $"{address}. Its code was unloaded or freed, or it never was an address. Get the address from its owner again, and keep the owner alive.";
        }

        // Read-only data may share an executable segment with code: linkers do so by default on arm64, and on x86-64 with
        // -z noseparate-code. There only a symbol distinguishes them.
        var sizeOfSymbol = address.SymbolOffset < address.SymbolSize ? address.SymbolSize : null;
        if ((address.Protection is { } protection && (protection & MemoryProtection.Execute) == MemoryProtection.None) || (address.SymbolIsData == true && sizeOfSymbol is not null))
        {
            return $"{address}, which is data and not code. Pass the address of the function, not of a variable that holds it.";
        }

        if (address is { SymbolIsData: false, SymbolOffset: > 0 } && sizeOfSymbol is { } size)
        {
            return $"{address}, which is inside a function of {size.ToString(CultureInfo.InvariantCulture)} bytes. Pass the address at which it starts.";
        }

        return architecture == Architecture.Arm64 && address.Address % Arm64InstructionSize != 0
            ? $"{address}, which is not a multiple of {Arm64InstructionSize}, as the address of every Arm64 instruction is. Pass the address at which the function starts."
            : null;
    }
}
