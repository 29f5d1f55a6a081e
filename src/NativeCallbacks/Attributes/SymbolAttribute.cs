using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Names the exported function that a partial method of a <see cref="NativeApiAttribute"/> class calls, and its options. An option
/// that is not set is inherited from the class.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SymbolAttribute : Attribute
{
    /// <summary>The function has the name of the method.</summary>
    public SymbolAttribute()
    {
    }

    /// <summary>Names the function.</summary>
    /// <param name="name">The exported name.</param>
    public SymbolAttribute(string name)
    {
        Name = name;
    }

    /// <summary>The exported name; null for that of the method.</summary>
    public string? Name { get; }

    /// <summary>
    /// Whether some versions of the library do not have the function. The class then has a property that reports whether the
    /// function exists, named <c>Has</c> and the method's name: <c>HasSetParam</c> for <c>SetParam</c>. A call of a missing
    /// function throws an
    /// <see cref="EntryPointNotFoundException"/> in any case.
    /// </summary>
    public bool Optional { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.CallingConvention"/>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <inheritdoc cref="NativeSignatureAttribute.SuppressGCTransition"/>
    public bool SuppressGCTransition { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.ThrowsFaults"/>
    public bool ThrowsFaults { get; set; } = true;

    /// <inheritdoc cref="NativeSignatureAttribute.SetLastError"/>
    public bool SetLastError { get; set; }
}
