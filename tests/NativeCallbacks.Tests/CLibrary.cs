using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests;

/// <summary>The system's C library.</summary>
internal static class CLibrary
{
    private static readonly nint Library = NativeLibrary.Load(Platform.CLibrary);

    /// <summary>A function of the library, with the signature that the caller knows it to have.</summary>
    public static NativeCallback<TSignature> Get<TSignature>(string symbol)
        where TSignature : Delegate => new(NativeLibrary.GetExport(Library, symbol));
}
