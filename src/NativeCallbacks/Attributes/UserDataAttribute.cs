using System;

namespace NativeCallbacks;

/// <summary>
/// Marks the context argument (<c>void *user_data</c>) of a signature: an <see langword="nint"/> or <c>void*</c>.
/// </summary>
/// <remarks>
/// <para>
/// In the signature of a callback, <c>[UserData] nint data</c> carries the identity of a managed callback or of a state: pass its
/// <see cref="CallbackOwner.UserData"/> to native code together with <see cref="ManagedCallback{TSignature}.Callback"/>.
/// </para>
/// <para>
/// In a method of a <see cref="StaticCallbackAttribute"/>, <c>[UserData] T self</c> in place of that argument takes the object
/// of the <see cref="CallbackState{T}"/> that the context belongs to.
/// </para>
/// <para>
/// In a signature that takes a callback and its context, <c>[UserData(nameof(f))] nint data</c> pairs the two.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class UserDataAttribute : Attribute
{
    /// <summary>Marks the context of the signature's own function.</summary>
    public UserDataAttribute()
    {
    }

    /// <summary>Marks the context of a callback that the function takes.</summary>
    /// <param name="callback">The name of the <see cref="NativeCallback{TSignature}"/> parameter that it belongs to.</param>
    public UserDataAttribute(string callback)
    {
        Callback = callback;
    }

    /// <summary>The parameter that the context belongs to; null for the function's own.</summary>
    public string? Callback { get; }
}
