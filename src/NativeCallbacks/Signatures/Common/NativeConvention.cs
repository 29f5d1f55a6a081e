namespace NativeCallbacks;

/// <summary>A calling convention. Only 32-bit x86 has more than one. The generator is compiled with this file too.</summary>
internal enum NativeConvention
{
    Cdecl,
    Stdcall,
    Thiscall,

    /// <summary>The convention of the system's own functions: Stdcall on Windows, Cdecl elsewhere.</summary>
    Winapi,
}
