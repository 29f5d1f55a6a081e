using System;
using System.IO;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests;

/// <summary>The C library beside the assembly, whose functions <c>tests/shim/shim.h</c> lists.</summary>
internal static class Shim
{
    /// <summary>The file, which is beside the assembly.</summary>
    public static string FileName { get; } = Platform.LibraryFile("ncbshim");

    private static readonly nint Library = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>A function of the library, with the signature that the caller knows it to have.</summary>
    public static NativeCallback<TSignature> Get<TSignature>(string symbol)
        where TSignature : Delegate => new(Address(symbol));

    public static nint Address(string symbol) => NativeLibrary.GetExport(Library, symbol);
}
