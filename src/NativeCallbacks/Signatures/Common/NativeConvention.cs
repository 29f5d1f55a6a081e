namespace NativeCallbacks;

/// <summary>A calling convention. Conventions differ only on 32-bit x86. The generator compiles this file too.</summary>
internal enum NativeConvention
{
    Cdecl,
    Stdcall,
    Thiscall,

    /// <summary>The convention of the system's own functions: Stdcall on Windows, Cdecl elsewhere.</summary>
    Winapi,
}
