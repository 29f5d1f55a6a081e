using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// What the system knows of a native address: whether it is mapped, how it is protected, which module and which exported
/// symbol it belongs to. For people and error messages; no call looks anything up.
/// </summary>
/// <remarks>
/// <para>
/// <b>Platforms.</b> Linux reads <c>/proc/self/maps</c> (proc(5)) and asks <c>dladdr1</c> (dlfcn.h). Windows asks
/// <c>VirtualQuery</c> and <c>GetModuleHandleEx</c>, macOS <c>mach_vm_region</c> and <c>dladdr</c>; these two are written
/// after their documentation and not exercised by the project's tests. What a platform cannot tell is null, not a guess.
/// </para>
/// <para>
/// <b>Lifetime.</b> A snapshot: the mapping can change at any time after. <b>Threading.</b> Immutable; usable from any thread.
/// </para>
/// </remarks>
public sealed class NativeAddress
{
    internal NativeAddress(nint address, bool? isMapped, MemoryProtection? protection, string? mapping)
    {
        Address = address;
        IsMapped = isMapped;
        Protection = protection;
        Mapping = mapping;
    }

    /// <summary>The address.</summary>
    public nint Address { get; }

    /// <summary>Whether there is memory at the address; null where the platform cannot tell.</summary>
    public bool? IsMapped { get; }

    /// <summary>What may be done with that memory; null where it is not mapped or the platform cannot tell.</summary>
    public MemoryProtection? Protection { get; }

    /// <summary>The name that the system gives to the mapping: a file, or <c>[heap]</c>, <c>[stack]</c>; null for none.</summary>
    public string? Mapping { get; }

    /// <summary>The file of the loaded module that the address lies in; null for none.</summary>
    public string? ModulePath { get; internal set; }

    /// <summary>The nearest exported symbol at or before the address; null for none.</summary>
    public string? Symbol { get; internal set; }

    /// <summary>How many bytes the address lies behind the start of <see cref="Symbol"/>.</summary>
    public long SymbolOffset { get; internal set; }

    /// <summary>The size in bytes of what <see cref="Symbol"/> names; null where the platform cannot tell.</summary>
    public long? SymbolSize { get; internal set; }

    /// <summary>Whether <see cref="Symbol"/> names data and not code; null where the platform cannot tell.</summary>
    public bool? SymbolIsData { get; internal set; }

    /// <summary>Looks an address up. Takes microseconds to milliseconds.</summary>
    /// <param name="address">Any number; nothing at it is read.</param>
    /// <returns>What is known. Nothing is thrown for an address that is not mapped.</returns>
    public static NativeAddress Inspect(nint address)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
        {
            return LinuxAddresses.Inspect(address);
        }

        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return WindowsAddresses.Inspect(address);
        }

        return RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
            ? MacAddresses.Inspect(address)
            : new NativeAddress(address, isMapped: null, protection: null, mapping: null);
    }

    /// <summary>One line: <c>0x7F12AB34 in libm.so.6 (cos + 0x10), r-x</c>.</summary>
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
        protection.HasFlag(MemoryProtection.Read) ? "r" : "-",
        protection.HasFlag(MemoryProtection.Write) ? "w" : "-",
        protection.HasFlag(MemoryProtection.Execute) ? "x" : "-");
}
