using System;
using System.ComponentModel;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the signature that <see cref="NativeSignature.Of{TSignature}"/> returns for a delegate.</summary>
/// <param name="signature">The delegate type.</param>
/// <param name="text">Its native signature, in C notation.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SignatureTextAttribute(Type signature, string text) : Attribute
{
    /// <summary>The delegate type.</summary>
    public Type Signature { get; } = signature;

    /// <summary>Its native signature, in C notation.</summary>
    public string Text { get; } = text;
}
