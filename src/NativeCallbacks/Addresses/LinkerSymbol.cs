using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>What <c>dladdr</c> tells of an address: <c>Dl_info</c> of dlfcn.h, the same on Linux and macOS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LinkerSymbol
{
    private readonly nint _fileName;
    private readonly nint _moduleAddress;
    private readonly nint _symbolName;
    private readonly nint _symbolAddress;

    /// <summary>Writes the module and the symbol into a description.</summary>
    public void Describe(NativeAddress result)
    {
        result.ModulePath = Marshal.PtrToStringAnsi(_fileName);
        if (_symbolName != 0)
        {
            result.Symbol = Marshal.PtrToStringAnsi(_symbolName);
            result.SymbolOffset = result.Address - _symbolAddress;
        }
    }
}
