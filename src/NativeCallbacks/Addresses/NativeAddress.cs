using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// What the operating system reports about a native address: whether it is mapped, how it is protected, and which module and
/// exported symbol it belongs to. It is for logs and error messages; calls look nothing up.
/// </summary>
/// <remarks>
/// <para>
/// <b>Platforms.</b> Linux uses the request <c>PROCMAP_QUERY</c> (6.11 and later; earlier, <c>/proc/self/maps</c> is read, proc(5))
/// and <c>dladdr1</c> (dlfcn.h). Windows uses
/// <c>VirtualQuery</c> and <c>GetModuleHandleEx</c>, which report no symbols; they are tested under Wine. macOS uses
/// <c>mach_vm_region</c> and <c>dladdr</c>, written from their documentation and not exercised by the project's tests. What a
/// platform cannot report is null, never a guess.
/// </para>
/// <para>
/// <b>Lifetime.</b> A snapshot: the mapping can change at any time afterwards. <b>Threading.</b> Immutable; usable from any thread.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var math = NativeModule.Load("libm.so.6");
/// var place = NativeAddress.Inspect(math.GetAddress("pow"));
/// Console.WriteLine(place); // for example 0x7F12AB34 in libm.so.6 (pow), r-x
/// </code>
/// </example>
public sealed class NativeAddress
{
    internal NativeAddress(nint address, AddressMapping mapping, AddressSymbol symbol)
    {
        Address = address;
        IsMapped = mapping.IsMapped;
        Protection = mapping.Protection;
        Mapping = mapping.Name;
        ModulePath = symbol.ModulePath;
        Symbol = symbol.Name;
        SymbolOffset = symbol.Offset;
        SymbolSize = symbol.Size;
        SymbolIsData = symbol.IsData;
    }

    /// <summary>The address.</summary>
    public nint Address { get; }

    /// <summary>Whether there is memory at the address; null if the platform cannot report it.</summary>
    public bool? IsMapped { get; }

    /// <summary>How that memory is protected; null if it is not mapped or the platform cannot report it.</summary>
    public MemoryProtection? Protection { get; }

    /// <summary>The name that the system gives to the mapping: a file, <c>[heap]</c> or <c>[stack]</c>; null if it has none.</summary>
    public string? Mapping { get; }

    /// <summary>The file of the loaded module that contains the address; null if there is none.</summary>
    public string? ModulePath { get; }

    /// <summary>The nearest exported symbol at or before the address; null if there is none.</summary>
    public string? Symbol { get; }

    /// <summary>The distance in bytes from the start of <see cref="Symbol"/> to the address.</summary>
    public long SymbolOffset { get; }

    /// <summary>The size in bytes of what <see cref="Symbol"/> names; null if the platform cannot report it.</summary>
    public long? SymbolSize { get; }

    /// <summary>Whether <see cref="Symbol"/> names data rather than code; null if the platform cannot report it.</summary>
    public bool? SymbolIsData { get; }

    /// <summary>Looks up an address. This takes microseconds; for a module with very many symbols, or on Linux before 6.11, some hundreds.</summary>
    /// <param name="address">Any number. The memory at the address is not read.</param>
    /// <returns>What is known about the address. An address that is not mapped is not an error.</returns>
    public static NativeAddress Inspect(nint address)
    {
        var (mapping, symbol) = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? LinuxAddresses.Inspect(address)
            : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? WindowsAddresses.Inspect(address)
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? MacAddresses.Inspect(address)
            : default;
        return new NativeAddress(address, mapping, symbol);
    }

    /// <summary>One line, for example <c>0x7F12AB34 in libm.so.6 (cos + 0x10), r-x</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"0x{Hexadecimal(Address)}");
        if (IsMapped == false)
        {
            return text.Append(", which is not mapped").ToString();
        }

        if ((ModulePath ?? Mapping) is { } place)
        {
            text.Append(" in ").Append(Path.GetFileName(place));
        }

        if (Symbol is not null)
        {
            text.Append(" (").Append(Symbol).Append(SymbolOffset == 0 ? "" : $" + 0x{Hexadecimal(SymbolOffset)}").Append(')');
        }

        return Protection is { } protection ? text.Append(", ").Append(Letters(protection)).ToString() : text.ToString();
    }

    private static string Hexadecimal(long number) => number.ToString("X", CultureInfo.InvariantCulture);

    private static string Letters(MemoryProtection protection) => string.Concat(
        (protection & MemoryProtection.Read) != MemoryProtection.None ? "r" : "-",
        (protection & MemoryProtection.Write) != MemoryProtection.None ? "w" : "-",
        (protection & MemoryProtection.Execute) != MemoryProtection.None ? "x" : "-");
}
