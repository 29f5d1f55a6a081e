using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Declares the position of a member of a <see cref="NativeTableAttribute"/> interface in the native table: a method for a
/// function, a property with a getter for data. An option that is not set is inherited from the interface.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class SlotAttribute : Attribute
{
    /// <summary>Declares the position of a member.</summary>
    /// <param name="index">The zero-based position in the C struct. Members that are not declared are assumed to be pointers.</param>
    public SlotAttribute(int index)
    {
        Index = index;
    }

    /// <summary>The zero-based position in the C struct.</summary>
    public int Index { get; }

    /// <summary>
    /// Whether this data is the size of the table in bytes, which determines its version: a slot beyond it is not read, and its use throws an
    /// <see cref="EntryPointNotFoundException"/>.
    /// </summary>
    public bool IsSize { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.CallingConvention"/>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <inheritdoc cref="NativeSignatureAttribute.SuppressGCTransition"/>
    public bool SuppressGCTransition { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.ThrowsFaults"/>
    public bool ThrowsFaults { get; set; } = true;

    /// <inheritdoc cref="NativeSignatureAttribute.SetLastError"/>
    public bool SetLastError { get; set; }
}
