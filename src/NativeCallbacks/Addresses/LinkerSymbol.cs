using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>What <c>dladdr</c> reports for an address: <c>Dl_info</c> of dlfcn.h, the same on Linux and macOS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LinkerSymbol
{
    private readonly nint _fileName;
    private readonly nint _moduleAddress;
    private readonly nint _symbolName;
    private readonly nint _symbolAddress;

    public bool HasName => _symbolName != 0;

    /// <summary>The module and the symbol.</summary>
    /// <param name="address">The address that was looked up.</param>
    /// <param name="size">The size of the symbol; null if it is not known.</param>
    /// <param name="isData">Whether the symbol names data; null if it is not known.</param>
    public AddressSymbol Describe(nint address, long? size = null, bool? isData = null)
    {
        var modulePath = Marshal.PtrToStringAnsi(_fileName);
        return HasName
            ? new AddressSymbol(modulePath, Marshal.PtrToStringAnsi(_symbolName), address - _symbolAddress, size, isData)
            : new AddressSymbol(modulePath);
    }
}
