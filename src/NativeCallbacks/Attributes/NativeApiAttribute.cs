using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Declares a <see langword="static"/> <see langword="partial"/> class as the functions of one native library. Each of its partial methods
/// calls an exported function; the generator writes the bodies, with the same code and the same checks as an <c>Invoke</c>.
/// </summary>
/// <remarks>
/// <para>
/// A method is a function of the library if it has <see cref="SymbolAttribute"/>, or if it has no attribute at all: then the method
/// has the name of the function. Parameters and results are those of a <see cref="NativeSignatureAttribute"/> delegate.
/// </para>
/// <para>
/// <b>Lifetime.</b> The library is loaded by the first call, and never unloaded. Each function is looked up once, by its first call:
/// a missing function is an error only for calls of that function. A failed look-up is repeated by the next call.
/// </para>
/// <para>
/// <b>Threading.</b> The methods can be called on any thread on which the native functions can be. <b>Safety.</b> The caller is
/// responsible for the exported functions having the declared parameters and results.
/// </para>
/// <para>
/// <b>Exceptions.</b> A call throws a <see cref="DllNotFoundException"/> if the library cannot be loaded, with the places that were
/// searched, and an <see cref="EntryPointNotFoundException"/> if the library does not export the function, with similar names.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Console.WriteLine(Maths.Power(2, 10)); // 1024
/// Console.WriteLine(Maths.fmod(7, 4)); // 3
/// Console.WriteLine(Maths.HasTgamma); // True
///
/// [NativeApi("libm.so.6")]
/// static partial class Maths
/// {
///     [Symbol("pow")] public static partial double Power(double x, double y);
///     public static partial double fmod(double x, double y);
///     [Symbol("tgamma", Optional = true)] public static partial double Tgamma(double x);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NativeApiAttribute : Attribute
{
    /// <summary>Declares functions of the main program; requires <see cref="MainProgram"/>.</summary>
    public NativeApiAttribute()
    {
    }

    /// <summary>Declares functions of a library.</summary>
    /// <param name="library">
    /// The library as in <see cref="DllImportAttribute"/>, found in the same places: in the application's folder, in the native folders of
    /// NuGet packages and where the system looks, with or without the platform's prefix and suffix (<c>nlopt</c> is
    /// <c>libnlopt.so</c> or <c>nlopt.dll</c>). A resolver set by <c>NativeLibrary.SetDllImportResolver</c> is not called, but
    /// <c>AssemblyLoadContext.ResolvingUnmanagedDll</c> is raised.
    /// </param>
    public NativeApiAttribute(string library)
    {
        Library = library;
    }

    /// <summary>The library; null for the main program.</summary>
    public string? Library { get; }

    /// <summary>
    /// Whether the functions are those of the program that runs, or of a library that it is linked with: the C API of a host that
    /// has loaded .NET. No library is named then.
    /// </summary>
    public bool MainProgram { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.CallingConvention"/>
    /// <remarks>It applies to each function whose <see cref="SymbolAttribute"/> does not set it.</remarks>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <inheritdoc cref="NativeSignatureAttribute.SuppressGCTransition"/>
    /// <remarks>It applies to each function whose <see cref="SymbolAttribute"/> does not set it.</remarks>
    public bool SuppressGCTransition { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.ThrowsFaults"/>
    /// <remarks>It applies to each function whose <see cref="SymbolAttribute"/> does not set it.</remarks>
    public bool ThrowsFaults { get; set; } = true;

    /// <inheritdoc cref="NativeSignatureAttribute.SetLastError"/>
    /// <remarks>It applies to each function whose <see cref="SymbolAttribute"/> does not set it.</remarks>
    public bool SetLastError { get; set; }
}
